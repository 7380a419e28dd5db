using System.CommandLine;
using System.Globalization;

namespace MaxPoolConvNet.Benchmarks.Ranks;

/// <summary>
/// An epoch of a network whose filters two ranks share, with a delay in each exchange, beside what a model of its time predicts. The kernel's own delay
/// (tc netem) isn't needed: it is in the operations of the ranks.
/// </summary>
internal sealed class RankDelayCommand : Command
{
    private const int Ranks = 2;
    private const int Filters = 100;
    private const int FewFilters = 48;
    private const int PositionsPerFilter = 1 + 2 + 3;

    private readonly Option<string> _data = new("--data") { Description = "a file of labeled texts, such as IMDB's train.tsv.gz", Required = true };
    private readonly Option<int> _texts = new("--texts") { Description = "texts of an epoch", DefaultValueFactory = _ => 2_000 };
    private readonly Option<int[]> _batches = new("--batch") { Description = "texts per step", DefaultValueFactory = _ => [256], AllowMultipleArgumentsPerToken = true };
    private readonly Option<double[]> _latencies = new("--latency") { Description = "ms per exchange", DefaultValueFactory = _ => [0, 1], AllowMultipleArgumentsPerToken = true };
    private readonly Option<double> _bandwidth = new("--bandwidth") { Description = "MB/s that a rank receives", DefaultValueFactory = _ => double.PositiveInfinity };
    private readonly Option<int> _epochs = new("--epochs") { Description = "epochs of a run", DefaultValueFactory = _ => 30 };
    private readonly Option<int> _rounds = new("--rounds") { Description = "runs of each, in turn", DefaultValueFactory = _ => 3 };

    public RankDelayCommand()
        : base("ranks-delay", "an epoch of ranks that share filters over a slow network, measured and predicted")
    {
        foreach (Option option in new Option[] { _data, _texts, _batches, _latencies, _bandwidth, _epochs, _rounds })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        string[] data = ["--data", arguments.GetValue(_data)!, "--texts", $"{arguments.GetValue(_texts)}", "--epochs", $"{arguments.GetValue(_epochs)}"];
        double bandwidth = arguments.GetValue(_bandwidth);
        Markdown.Line($"{Machine.Description}; fastest epoch of {arguments.GetValue(_rounds)} runs in turn; {Load()}");
        Markdown.Line();
        Markdown.Head("batch, delay", "exchanges", "MB received", "one rank's epoch, s", $"{Ranks} ranks', s", "predicted, s", "efficiency, %", "predicted, %", "predicted time / measured");
        foreach (int batch in arguments.GetValue(_batches)!)
        {
            string[] work = [.. data, "--batch", $"{batch}"];
            Link[] links = [.. arguments.GetValue(_latencies)!.Select(latency => new Link(latency / 1e3, bandwidth * 1e6))];
            RankRun?[] best = new RankRun?[2 + links.Length];
            for (int round = 0; round < arguments.GetValue(_rounds); round++)
            {
                // each core is as busy as when ranks share the work: two networks at the same time
                Keep(ref best[0], RankRun.Of(Ranks, [.. work, "--whole", "--filters", $"{FewFilters}"]));
                Keep(ref best[1], RankRun.Of(Ranks, [.. work, "--whole", "--filters", $"{Filters}"]));
                for (int l = 0; l < links.Length; l++)
                    Keep(ref best[2 + l], RankRun.Of(Ranks, [.. work, "--filters", $"{Filters}", "--latency", Number(links[l].Latency * 1e3), "--bandwidth", Number(links[l].BytesPerSecond / 1e6)]));
            }

            EpochCosts costs = EpochCosts.Of(
                best[1]!.Words, (FewFilters * PositionsPerFilter, best[0]!.Seconds), (Filters * PositionsPerFilter, best[1]!.Seconds));
            for (int l = 0; l < links.Length; l++)
                Print($"{batch}, {links[l]}", costs, links[l], best[1]!, best[2 + l]!);
            Markdown.Line();
            Markdown.Line($"batch {batch}: {costs.PerWord * 1e9:F1} ns per word at every rank, {costs.PerPosition * 1e9:F3} ns per word and position of a filter; {Load()}");
        }
    }

    private static void Print(string name, EpochCosts costs, Link link, RankRun whole, RankRun shared)
    {
        double compute = costs.Seconds(whole.Words, (double)Filters * PositionsPerFilter / Ranks);
        double predicted = compute + (shared.Operations * link.Seconds(Ranks, (double)shared.ReceivedBytes / shared.Operations));
        Markdown.Row(
            name,
            $"{shared.Operations}",
            Markdown.Number(shared.ReceivedBytes / 1e6),
            Markdown.Number(whole.Seconds),
            Markdown.Number(shared.Seconds),
            Markdown.Number(predicted),
            Markdown.Number(100 * whole.Seconds / (Ranks * shared.Seconds)),
            Markdown.Number(100 * whole.Seconds / (Ranks * predicted)),
            Markdown.Number(predicted / shared.Seconds));
    }

    private static void Keep(ref RankRun? best, RankRun run)
    {
        if (best is null || run.Seconds < best.Seconds) best = run;
    }

    private static string Load() => File.Exists("/proc/loadavg") ? $"load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}" : "load unknown";

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}

using System.CommandLine;
using System.Globalization;

namespace MaxPoolConvNet.Benchmarks.Ranks;

/// <summary>
/// An epoch of a network whose filters two ranks share, with a delay in each exchange, beside what a model of its time predicts: the time of a whole network,
/// divided by the ranks, and for each exchange the latency and the bytes. The delay is in the operations of the ranks, so that the kernel needs no tc netem.
/// </summary>
internal sealed class RankDelayCommand : Command
{
    private const int Ranks = 2;
    private const int PositionsPerFilter = 1 + 2 + 3;

    // filters of each of the widths 1, 2 and 3: those of a whole network, and of the shares of more ranks
    private static readonly int[] _filters = [100, 48, 16, 6];

    private readonly Option<string> _data = new("--data") { Description = "a file of labeled texts, such as IMDB's train.tsv.gz", Required = true };
    private readonly Option<int> _texts = new("--texts") { Description = "texts of an epoch", DefaultValueFactory = _ => 2_000 };
    private readonly Option<int[]> _batches = new("--batch") { Description = "texts per step", DefaultValueFactory = _ => [256], AllowMultipleArgumentsPerToken = true };
    private readonly Option<double[]> _latencies = new("--latency") { Description = "ms per exchange", DefaultValueFactory = _ => [0, 1], AllowMultipleArgumentsPerToken = true };
    private readonly Option<double> _bandwidth = new("--bandwidth") { Description = "MB/s that a rank receives", DefaultValueFactory = _ => double.PositiveInfinity };
    private readonly Option<int> _epochs = new("--epochs") { Description = "epochs of a run", DefaultValueFactory = _ => 20 };
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
            RankRun?[] whole = new RankRun?[_filters.Length], shared = new RankRun?[links.Length];
            for (int round = 0; round < arguments.GetValue(_rounds); round++)
            {
                // each core is as busy as when ranks share the work: two networks at the same time
                for (int f = 0; f < _filters.Length; f++)
                    Keep(ref whole[f], RankRun.Of(Ranks, [.. work, "--whole", "--filters", $"{_filters[f]}"]));
                for (int l = 0; l < links.Length; l++)
                {
                    string[] link = ["--latency", Number(links[l].Latency * 1e3), "--bandwidth", Number(links[l].BytesPerSecond / 1e6)];
                    Keep(ref shared[l], RankRun.Of(Ranks, [.. work, "--filters", $"{_filters[0]}", .. link]));
                }
            }

            for (int l = 0; l < links.Length; l++)
                Print($"{batch}, {links[l]}", links[l], whole[0]!, shared[l]!);
            Markdown.Line();
            IEnumerable<string> costs = _filters.Select((filters, f) => $"{filters * PositionsPerFilter}:{Markdown.Number(whole[f]!.Seconds / whole[f]!.Words * 1e9)}");
            Markdown.Line($"batch {batch}, positions of the filters and ns per word, for ranks-model: --costs {string.Join(' ', costs.Reverse())}; {Load()}");
        }
    }

    private static void Print(string name, Link link, RankRun whole, RankRun shared)
    {
        double predicted = (whole.Seconds / Ranks) + (shared.Operations * link.Seconds(Ranks, (double)shared.ReceivedBytes / shared.Operations));
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

using System.CommandLine;
using System.Globalization;
using MaxPoolConvNet.Benchmarks.Accuracy.Baselines;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Sizes;

/// <summary>Classifiers with a largest size of their file, beside fastText's quantized models of that size, on the same texts.</summary>
internal sealed class SizeLimitsCommand : Command
{
    private readonly Option<string> _data = new("--data") { Description = "the folder of the data sets", Required = true };
    private readonly Option<string[]> _set = new("--set") { Description = "a set to measure on, or several of them; without it all" };
    private readonly Option<int> _seeds = new("--seeds") { Description = "how many seeds, from 1 on", DefaultValueFactory = _ => 5 };

    private readonly Option<string> _fastText = new("--program")
    {
        Description = "the fastText program", DefaultValueFactory = _ => FastTextRow.Installed,
    };

    public SizeLimitsCommand()
        : base("size-limits", "accuracy at a largest size of the model file, beside fastText's quantized models")
    {
        foreach (Option option in new Option[] { _data, _set, _seeds, _fastText })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        IReadOnlyList<SizedSet> sets = SizedSet.Named(arguments.GetValue(_set));
        int seeds = arguments.GetValue(_seeds);
        string program = arguments.GetValue(_fastText)!;
        QuantizedFastText[] peers = [new(program, 100), new(program, 10)];
        Markdown.Line($"{Machine.Description}; means of the seeds 1 to {seeds}");
        Markdown.Line($"fastText: {string.Join(' ', FastTextRow.Settings)}, or the -dim named");
        Markdown.Line($"quantized: {string.Join(' ', QuantizedFastText.Settings)} -cutoff N, the N for the size");
        Markdown.Line();
        Markdown.Head(
            "set", "largest file, MB", "classifier", "accuracy: full", "limited", "change", "log-loss change", "full, MB", "limited, MB");
        foreach (SizedSet set in sets)
        {
            SizeLimit[] limits = [.. SizeLimit.All.Where(limit => limit.Set == set.Name)];
            if (limits.Length == 0) continue;
            List<SizeFigures[]>[] all = [[], .. peers.Select(_ => new List<SizeFigures[]>())];
            for (int seed = 1; seed <= seeds; seed++)
            {
                TextSplit split = set.Read(arguments.GetValue(_data)!, seed);
                all[0].Add(Ours(split, seed, limits));
                for (int p = 0; p < peers.Length; p++)
                    all[p + 1].Add(peers[p].Measure(split, seed, limits));
                Console.Error.WriteLine($"{set.Name}, seed {seed}: {string.Join(", ", all.SelectMany(figures => figures[^1]))}");
            }

            for (int l = 0; l < limits.Length; l++)
            {
                for (int c = 0; c < all.Length; c++)
                    Print(limits[l], c == 0 ? "MaxPoolConvNet, default options" : peers[c - 1].Name, Mean(all[c], 0), Mean(all[c], l + 1));
            }
        }
    }

    /// <returns>The figures of full weights, and at each limit.</returns>
    private static SizeFigures[] Ours(TextSplit split, int seed, SizeLimit[] limits)
    {
        TextClassifier full = TextClassifier.Train(split.Training, new TrainingOptions { Seed = (ulong)seed, Compact = false });
        return
        [
            SizeFigures.Of(full, split.HeldOut),
            .. limits.Select(limit => SizeFigures.Of(full.Compact(split.Training, limit.Bytes), split.HeldOut)),
        ];
    }

    private static SizeFigures Mean(List<SizeFigures[]> trials, int at) => SizeFigures.Mean([.. trials.Select(trial => trial[at])]);

    private static void Print(SizeLimit limit, string classifier, SizeFigures full, SizeFigures limited) => Markdown.Row(
        limit.Set,
        Markdown.Number(limit.Bytes / 1e6),
        classifier,
        Text($"{100 * full.Accuracy:F2}"),
        Text($"{100 * limited.Accuracy:F2}"),
        Text($"{100 * (limited.Accuracy - full.Accuracy):+0.00;-0.00}"),
        double.IsNaN(full.Loss) ? "" : Text($"{limited.Loss - full.Loss:+0.0000;-0.0000}"),
        Markdown.Number(full.Bytes / 1e6),
        Text($"{limited.Bytes / 1e6:F3}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

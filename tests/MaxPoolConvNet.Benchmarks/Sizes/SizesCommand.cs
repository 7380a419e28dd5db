using System.CommandLine;
using System.Globalization;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Sizes;

/// <summary>Full weights and the same classifier made compact, as training makes it: size of the file, accuracy and log-loss.</summary>
internal sealed class SizesCommand : Command
{
    private readonly Option<string> _data = new("--data") { Description = "the folder of the data sets", Required = true };
    private readonly Option<string[]> _set = new("--set") { Description = "a set to measure on, or several of them; without it all" };
    private readonly Option<int> _seeds = new("--seeds") { Description = "how many seeds, from 1 on", DefaultValueFactory = _ => 5 };

    public SizesCommand()
        : base("sizes", "size, accuracy and log-loss of compact classifiers")
    {
        foreach (Option option in new Option[] { _data, _set, _seeds })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        IReadOnlyList<SizedSet> sets = SizedSet.Named(arguments.GetValue(_set));
        int seeds = arguments.GetValue(_seeds);
        Markdown.Line($"{Machine.Description}; default options, means of the seeds 1 to {seeds}");
        Markdown.Line();
        Markdown.Head(
            "set", "full, MB", "compact, MB", "ratio", "accuracy: full", "compact", "change", "log-loss: full", "compact", "change",
            "least and most accuracy change of a seed");
        foreach (SizedSet set in sets)
        {
            var full = new List<SizeFigures>();
            var compact = new List<SizeFigures>();
            for (int seed = 1; seed <= seeds; seed++)
            {
                TextSplit split = set.Read(arguments.GetValue(_data)!, seed);
                var options = new TrainingOptions { Seed = (ulong)seed, Compact = false };
                TextClassifier trained = TextClassifier.Train(split.Training, options);
                full.Add(SizeFigures.Of(trained, split.HeldOut));
                compact.Add(SizeFigures.Of(trained.Compact(split.Training), split.HeldOut));
                Console.Error.WriteLine($"{set.Name}, seed {seed}: {full[^1]}, {compact[^1]}");
            }

            Print($"{set.Name}: {set.Protocol}", full, compact);
        }
    }

    private static void Print(string name, List<SizeFigures> full, List<SizeFigures> compact)
    {
        SizeFigures before = SizeFigures.Mean(full);
        SizeFigures after = SizeFigures.Mean(compact);
        double[] changes = [.. full.Zip(compact, (one, other) => other.Accuracy - one.Accuracy)];
        Markdown.Row(
            name,
            Markdown.Number(before.Bytes / 1e6),
            Markdown.Number(after.Bytes / 1e6),
            Text($"1/{before.Bytes / after.Bytes:F1}"),
            Text($"{100 * before.Accuracy:F2}"),
            Text($"{100 * after.Accuracy:F2}"),
            Text($"{100 * (after.Accuracy - before.Accuracy):+0.00;-0.00}"),
            Text($"{before.Loss:F4}"),
            Text($"{after.Loss:F4}"),
            Text($"{after.Loss - before.Loss:+0.0000;-0.0000}"),
            Text($"{100 * changes.Min():+0.00;-0.00} to {100 * changes.Max():+0.00;-0.00}"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

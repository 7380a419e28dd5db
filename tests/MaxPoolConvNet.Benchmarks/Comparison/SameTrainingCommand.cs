using System.CommandLine;
using System.Globalization;
using MaxPoolConvNet.Benchmarks.Trust;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Comparison;

/// <summary>How often the gate refuses a classifier that differs from the old one by its seed alone: trained and tested on random halves.</summary>
internal sealed class SameTrainingCommand : Command
{
    private readonly Option<string> _data = new("--data") { Description = "the folder of the data sets", Required = true };
    private readonly Option<string[]> _set = new("--set") { Description = "a set to measure on, or several of them", DefaultValueFactory = _ => ["mr"] };
    private readonly Option<int> _pairs = new("--pairs") { Description = "how many pairs", DefaultValueFactory = _ => 40 };

    public SameTrainingCommand()
        : base("same-training", "comparisons of classifiers that differ by their seed alone: how many are significant")
    {
        foreach (Option option in new Option[] { _data, _set, _pairs })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        int pairs = arguments.GetValue(_pairs);
        Markdown.Line($"{Machine.Description}; default options, {pairs} random halves, two seeds each");
        Markdown.Line();
        Markdown.Head("set", "pairs", "significantly worse", "with a margin of 0.005", "mean difference of accuracy, points", "largest");
        foreach (TrustSet set in TrustSet.Named(arguments.GetValue(_set)))
        {
            var reports = new List<(ComparisonReport Plain, ComparisonReport Margin)>();
            for (int pair = 1; pair <= pairs; pair++)
            {
                TextSplit halves = set.Halves(arguments.GetValue(_data)!, pair);
                TextClassifier first = Trained(halves, 1_000 + (ulong)pair);
                TextClassifier second = Trained(halves, 2_000 + (ulong)pair);
                reports.Add((
                    ModelComparison.Run(first, second, halves.HeldOut),
                    ModelComparison.Run(first, second, halves.HeldOut, new ModelComparisonOptions { Margin = 0.005 })));
                Console.Error.WriteLine($"{set.Name}, {pair}: {reports[^1].Plain}");
            }

            double[] differences = [.. reports.Select(report => 100 * Math.Abs(report.Plain.Accuracy.Difference))];
            Markdown.Row(
                set.Name,
                Text($"{pairs}"),
                Text($"{reports.Count(report => report.Plain.IsSignificantlyWorse)}"),
                Text($"{reports.Count(report => report.Margin.IsSignificantlyWorse)}"),
                Text($"{differences.Average():F2}"),
                Text($"{differences.Max():F2}"));
        }
    }

    private static TextClassifier Trained(TextSplit halves, ulong seed) =>
        TextClassifier.Train(halves.Training, new TrainingOptions { Seed = seed, Calibration = Calibration.None });

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

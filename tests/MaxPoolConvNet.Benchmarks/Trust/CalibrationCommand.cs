using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Trust;

/// <summary>The same training without calibration, with it and with acceptance: calibration error, log-loss, accuracy and time.</summary>
internal sealed class CalibrationCommand : Command
{
    private readonly Option<string> _data = new("--data") { Description = "the folder of the data sets", Required = true };
    private readonly Option<string[]> _set = new("--set") { Description = "a set to measure on, or several of them; without it all" };
    private readonly Option<int> _seeds = new("--seeds") { Description = "how many seeds, from 1 on", DefaultValueFactory = _ => 3 };

    public CalibrationCommand()
        : base("calibration", "calibration error, log-loss, accuracy and training time with and without calibration")
    {
        foreach (Option option in new Option[] { _data, _set, _seeds })
            Add(option);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        int seeds = arguments.GetValue(_seeds);
        Markdown.Line($"{Machine.Description}; default options, means of the seeds 1 to {seeds}; times are medians, in turn");
        Markdown.Line();
        Markdown.Head(
            "set", "texts", "T", "calibration error above a perfect model's: none", "calibrated", "log-loss: none", "calibrated", "accuracy: none",
            "calibrated", "time: none, s", "calibrated", "with acceptance");
        foreach (TrustSet set in TrustSet.Named(arguments.GetValue(_set)))
        {
            var none = new List<TrustFigures>();
            var calibrated = new List<TrustFigures>();
            var accepting = new List<TrustFigures>();
            int texts = 0;
            for (int seed = 1; seed <= seeds; seed++)
            {
                TextSplit split = set.Split(arguments.GetValue(_data)!, seed);
                texts = split.Training.Count;
                var options = new TrainingOptions { Seed = (ulong)seed };
                none.Add(Train(split, options with { Calibration = Calibration.None }));
                calibrated.Add(Train(split, options));
                accepting.Add(Train(split, options with { Acceptance = true }));
                Console.Error.WriteLine($"{set.Name}, seed {seed}: {none[^1]}, {calibrated[^1]}, {accepting[^1]}");
            }

            Print(set.Name, texts, none, calibrated, accepting);
        }
    }

    private static TrustFigures Train(TextSplit split, TrainingOptions options)
    {
        long start = Stopwatch.GetTimestamp();
        TextClassifier classifier = new Trainer(options).Train(split.Training).Classifier;
        return TrustFigures.Of(classifier, split.HeldOut, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    private static void Print(string name, int texts, List<TrustFigures> none, List<TrustFigures> calibrated, List<TrustFigures> accepting)
    {
        double seconds = Median(none);
        Markdown.Row(
            name,
            Text($"{texts}"),
            Text($"{calibrated.Average(one => one.Temperature):F2}"),
            Text($"{none.Average(one => one.ExcessError):F3}"),
            Text($"{calibrated.Average(one => one.ExcessError):F3}"),
            Text($"{none.Average(one => one.Loss):F4}"),
            Text($"{calibrated.Average(one => one.Loss):F4}"),
            Text($"{100 * none.Average(one => one.Accuracy):F2}"),
            Text($"{100 * calibrated.Average(one => one.Accuracy):F2}"),
            Markdown.Number(seconds),
            Text($"{Median(calibrated) / seconds:F2} ×"),
            Text($"{Median(accepting) / seconds:F2} ×"));
    }

    private static double Median(List<TrustFigures> all) => all.Select(one => one.Seconds).Order().ElementAt(all.Count / 2);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Scaling;

/// <summary>
/// How the time of a text grows with its words, with the vocabulary and with the filters, each over two decades, with random words of Zipf's
/// law. All values of a sweep are measured in turn. One thread.
/// </summary>
internal sealed class ScalingCommand : Command
{
    private readonly Option<int> _rounds = new("--rounds") { Description = "measured rounds", DefaultValueFactory = _ => 7 };

    private readonly Option<double> _roundSeconds = new("--round-seconds")
    {
        Description = "how long each figure is measured in a round", DefaultValueFactory = _ => 0.1,
    };

    public ScalingCommand()
        : base("scaling", "how time grows with words, vocabulary and filters")
    {
        Add(_rounds);
        Add(_roundSeconds);
        SetAction(Run);
    }

    private void Run(ParseResult arguments)
    {
        int rounds = arguments.GetValue(_rounds);
        double roundSeconds = arguments.GetValue(_roundSeconds);
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1, "--rounds");
        ArgumentOutOfRangeException.ThrowIfLessThan(roundSeconds, 0, "--round-seconds");
        Sizes typical = Sizes.Typical;
        Markdown.Line($"{Machine.Description}; one thread, medians of {rounds} rounds in turn, µs a text.");
        Markdown.Line($"What isn't swept: {typical.Words} words a text, a vocabulary of {typical.Vocabulary:N0}, {typical.Filters} filters of each width.");
        for (int s = 0; s < Sweep.All.Count; s++)
        {
            Sweep sweep = Sweep.All[s];
            (Sizes Sizes, EncodedTexts Texts)[] points = [.. sweep.Values.Select(value => (sweep.At(value), ZipfTexts.Of(sweep.At(value))))];
            Markdown.Line();
            Markdown.Head([sweep.Name, .. sweep.Values.Select(Whole), $"exponent from {Whole(sweep.LastDecade)} on", "over all", "expected"]);
            foreach (Cost cost in Cost.All)
            {
                Action[] works = [.. points.Select(point => cost.Prepare(point.Sizes, point.Texts))];
                for (int p = 0; p < works.Length; p++)
                    RunEpoch(works[p], points[p].Texts.Count / cost.TextsAtOnce, 10 * roundSeconds);
                double[] seconds = [.. SideBySide.Measure(rounds, roundSeconds, works).Select(timing => timing.Median / cost.TextsAtOnce)];
                var measured = sweep.Values.Zip(seconds, (value, time) => (X: (double)value, Y: time)).ToArray();
                Markdown.Row(
                [
                    cost.Name,
                    .. seconds.Select(time => Markdown.Number(1e6 * time)),
                    Exponent(measured.Where(point => point.X >= sweep.LastDecade)),
                    Exponent(measured),
                    cost.Expected[s],
                ]);
            }
        }
    }

    /// <summary>
    /// Goes through all texts once, for some seconds at most: the compiler is done after that, and the memory that the work needs is the
    /// process's own; the first touch of a page takes longer than a step.
    /// </summary>
    private static void RunEpoch(Action work, int runs, double atMostSeconds)
    {
        long begin = Stopwatch.GetTimestamp();
        for (int run = 0; run < runs && Stopwatch.GetElapsedTime(begin).TotalSeconds < atMostSeconds; run++)
            work();
    }

    private static string Whole(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Exponent(IEnumerable<(double X, double Y)> points) => PowerLaw.Exponent(points).ToString("F2", CultureInfo.InvariantCulture);
}

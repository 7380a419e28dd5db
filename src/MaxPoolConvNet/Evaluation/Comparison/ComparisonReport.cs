using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace MaxPoolConvNet.Evaluation;

/// <summary>How two classifiers differ on the same texts. Immutable and thread-safe.</summary>
/// <remarks>
/// Intervals are those of the paired bootstrap over the texts, with 1,000 resamples. They are about new texts like these, for these two
/// classifiers; they don't include how much the same training varies with its seed.
/// </remarks>
[DebuggerDisplay("{Accuracy.First} → {Accuracy.Second}, p = {PValue}, {TextCount} texts")]
public sealed class ComparisonReport
{
    private readonly ModelComparisonOptions _options;

    internal ComparisonReport(ModelComparisonOptions options) => _options = options;

    /// <summary>The number of texts.</summary>
    public int TextCount { get; internal init; }

    /// <summary>The fraction of the texts classified correctly; with several labels per text, the exact-match ratio.</summary>
    public ComparedFigure Accuracy { get; internal init; } = new(double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>
    /// The mean of −L, in nats, over the texts whose labels both classifiers know; lower is better. All figures are NaN without such
    /// texts.
    /// </summary>
    public ComparedFigure Loss { get; internal init; } = new(double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>The mean F1 of the labels that a text has or that a classifier predicts.</summary>
    public ComparedFigure MacroF1 { get; internal init; } = new(double.NaN, double.NaN, double.NaN, double.NaN);

    /// <summary>The number of texts that only the first classifier classifies correctly.</summary>
    public int OnlyFirstCorrectCount { get; internal init; }

    /// <summary>The number of texts that only the second classifier classifies correctly.</summary>
    public int OnlySecondCorrectCount { get; internal init; }

    /// <summary>The number of texts that both classify correctly.</summary>
    public int BothCorrectCount { get; internal init; }

    /// <summary>
    /// The p-value of McNemar's exact test, two-sided: the probability of a difference at least as large between classifiers that are
    /// equally good.
    /// </summary>
    public double PValue { get; internal init; }

    /// <summary>
    /// Whether the second classifier is worse: its accuracy is lower by more than the margin, the whole one-sided interval of the
    /// difference is below −margin, and the <see cref="PValue"/> is at most the level.
    /// </summary>
    public bool IsSignificantlyWorse { get; internal init; }

    /// <summary>The labels of the texts, in ordinal order, with the F1 of both classifiers.</summary>
    public ImmutableArray<ComparedLabel> Labels { get; internal init; } = [];

    /// <summary>
    /// The texts for which the classifiers predict different labels: first those that only the first gets right, then those that only the
    /// second gets right, then the others.
    /// </summary>
    public ImmutableArray<ChangedText> ChangedTexts { get; internal init; } = [];

    /// <summary>The labels that only the first classifier has, in ordinal order.</summary>
    public ImmutableArray<string> LabelsOnlyInFirst { get; internal init; } = [];

    /// <summary>The labels that only the second classifier has, in ordinal order.</summary>
    public ImmutableArray<string> LabelsOnlyInSecond { get; internal init; } = [];

    /// <summary>
    /// How many of the texts the first classifier was trained on, which makes it look better than it is; <see langword="null"/> if it
    /// doesn't remember its training texts.
    /// </summary>
    public int? TextsOfFirstCount { get; internal init; }

    /// <summary>How many of the texts the second classifier was trained on; <see langword="null"/> if it doesn't remember them.</summary>
    public int? TextsOfSecondCount { get; internal init; }

    /// <summary>Formats the figures as a table, and the verdict, for people.</summary>
    public override string ToString()
    {
        string confidence = FormattableString.Invariant($"{100 * (1 - _options.Level):0.##} % interval");
        string table = TextTable.Aligned(
        [
            ["", "first", "second", "difference", confidence],
            Row("accuracy", Accuracy),
            Row("macro F1", MacroF1),
            Row("log-loss", Loss),
        ]);
        int neither = TextCount - BothCorrectCount - OnlyFirstCorrectCount - OnlySecondCorrectCount;
        string counts = FormattableString.Invariant(
            $"{TextCount} texts: {BothCorrectCount} correct in both, {OnlyFirstCorrectCount} only in the first, ")
            + FormattableString.Invariant($"{OnlySecondCorrectCount} only in the second, {neither} in neither");
        string p = PValue < 0.0001 ? "p < 0.0001" : FormattableString.Invariant($"p = {PValue:0.0000}");
        string margin = _options.Margin > 0 ? FormattableString.Invariant($", margin {_options.Margin}") : "";
        string verdict = $"the second is {(IsSignificantlyWorse ? "" : "not ")}significantly worse "
            + FormattableString.Invariant($"(McNemar's exact test: {p}; level {_options.Level}{margin})");
        return string.Join(Environment.NewLine, table, counts, verdict);
    }

    private static string[] Row(string name, ComparedFigure figure) =>
    [
        name,
        figure.First.ToString("0.0000", CultureInfo.InvariantCulture),
        figure.Second.ToString("0.0000", CultureInfo.InvariantCulture),
        figure.Difference.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture),
        FormattableString.Invariant($"{figure.Lower:+0.0000;-0.0000;0.0000} to {figure.Upper:+0.0000;-0.0000;0.0000}"),
    ];
}

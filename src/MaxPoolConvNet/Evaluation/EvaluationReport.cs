using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Evaluation;

/// <summary>The results of a classifier on labeled texts. Immutable and thread-safe.</summary>
/// <remarks>
/// <see cref="ToString"/> formats the report for people, <see cref="ToJson"/> for programs. If a text can have several labels, the text is
/// classified correctly if all of its labels and no others have a probability of 0.5 or more.
/// </remarks>
[DebuggerDisplay("accuracy {Accuracy}, {CorrectCount} of {TextCount} texts, {Classes.Length} labels")]
public sealed class EvaluationReport
{
    private readonly Dictionary<string, ClassReport> _classOfLabel;
    private readonly int _support;

    internal EvaluationReport(LabelCounts counts)
    {
        TextCount = counts.Texts;
        CorrectCount = counts.Correct;
        Accuracy = (double)CorrectCount / TextCount;
        Classes = [.. counts.Labels.Zip(counts.Classes, (label, own) => new ClassReport(label, own))];
        _classOfLabel = Classes.ToDictionary(one => one.Label, StringComparer.Ordinal);
        MacroAverage = new AverageReport(
            Classes.Average(one => one.Precision), Classes.Average(one => one.Recall), Classes.Average(one => one.F1));
        ClassCounts sums = counts.Classes.Aggregate((sum, next) => sum + next);
        MicroAverage = new AverageReport(sums.Precision, sums.Recall, sums.F1);
        _support = sums.Actual;
    }

    /// <summary>The number of texts.</summary>
    public int TextCount { get; }

    /// <summary>The number of texts that were classified correctly.</summary>
    public int CorrectCount { get; }

    /// <summary>The fraction of the texts classified correctly, from 0 to 1; with several labels per text, the exact-match ratio.</summary>
    public double Accuracy { get; }

    /// <summary>
    /// The labels of the texts that the classifier doesn't know, in ordinal order; empty if it knows all of them. A text with such a label
    /// counts as misclassified.
    /// </summary>
    public ImmutableArray<string> UnseenLabels { get; internal init; } = [];

    /// <summary>The number of texts with a label among the <see cref="UnseenLabels"/>.</summary>
    public int UnseenTextCount { get; internal init; }

    /// <summary>
    /// The confusion matrix; <see langword="null"/> if a text can have several labels, since labels then aren't mutually exclusive. See
    /// <see cref="Classes"/> instead.
    /// </summary>
    public ConfusionMatrix? Confusion { get; internal init; }

    /// <summary>The mean of −L, in nats: the log-loss. With several labels per text, −L is the sum over all labels.</summary>
    /// <remarks>
    /// Labels that the classifier doesn't know have no probability and are left out. <see cref="double.NaN"/> if no text has a label that
    /// the classifier knows.
    /// </remarks>
    public double Loss { get; internal init; }

    /// <summary>
    /// The expected calibration error, from 0 to 1: how far the probabilities of the predicted labels are from their accuracy.
    /// </summary>
    /// <remarks>
    /// Σ_m |B_m| / n · |acc(B_m) − conf(B_m)|. B_m contains those of the n texts whose predicted label has a probability above
    /// (m − 1) / 15 and up to m / 15, for m = 1 … 15; acc is the fraction of them classified correctly, conf the mean of that
    /// probability (Guo et al. 2017, On Calibration of Modern Neural Networks, equation 3). With several labels per text, the same is
    /// computed over decisions, one per text and label: that the label applies, or that it doesn't.
    /// </remarks>
    public double ExpectedCalibrationError { get; internal init; }

    /// <summary>
    /// The bins B_1 … B_15 of the <see cref="ExpectedCalibrationError"/>, including the empty ones.
    /// </summary>
    /// <remarks>
    /// The error is Σ texts · |accuracy − mean probability| over the bins that aren't empty, divided by the sum of their texts. Plotted
    /// over their mean probabilities, the accuracies of the bins are a reliability diagram.
    /// </remarks>
    public ImmutableArray<CalibrationBin> Calibration { get; internal init; } = [];

    /// <summary>
    /// How often predictions are wrong if only the most probable ones are accepted: the risk–coverage curve, in ascending order of
    /// coverage.
    /// </summary>
    /// <remarks>
    /// At most 51 points; the last one accepts everything. With several labels per text, the predictions are the labels with a probability
    /// of 0.5 or more, and the curve is empty if there are none. To promise an error rate for new texts, don't pick a threshold here:
    /// see <see cref="TextClassifier.AcceptAt"/>.
    /// </remarks>
    public ImmutableArray<RiskCoveragePoint> RiskCoverage { get; internal init; } = [];

    /// <summary>
    /// The area under the <see cref="RiskCoverage"/> curve, from 0 to 1; the smaller, the better the probabilities separate right from
    /// wrong predictions.
    /// </summary>
    /// <remarks>
    /// The mean of the error rates of the n most probable predictions, for n = 1, 2, … up to all of them. <see langword="null"/> without
    /// predictions.
    /// </remarks>
    public double? AreaUnderRiskCoverageCurve { get; internal init; }

    /// <summary>
    /// How the promises of <see cref="TextClassifier.Acceptance"/> were kept, in ascending order of their rates; empty for a classifier
    /// without promises.
    /// </summary>
    public ImmutableArray<PromiseReport> Promises { get; internal init; } = [];

    /// <summary>
    /// The area under the ROC curve for two labels, from 0 to 1.
    /// </summary>
    /// <remarks>
    /// The fraction of the pairs of one text of each label in which the text of the second label gets the higher probability of that label;
    /// ties count one half (Mann–Whitney U / (n₁·n₀)). The area is the same for either label. Texts are ranked by their log-odds,
    /// which differ even where probabilities round to 1. <see langword="null"/> with more than two labels, if one of the labels has no
    /// text, and if a text can have several labels. Texts with <see cref="UnseenLabels"/> are left out.
    /// </remarks>
    public double? AreaUnderRocCurve { get; internal init; }

    /// <summary>Precision, recall and F1 of each label: the classifier's labels in their order, then <see cref="UnseenLabels"/>.</summary>
    public ImmutableArray<ClassReport> Classes { get; }

    /// <summary>The figures of a label.</summary>
    /// <param name="label">The label.</param>
    /// <exception cref="ArgumentNullException"><paramref name="label"/> is <see langword="null"/>.</exception>
    /// <exception cref="KeyNotFoundException">Neither the classifier nor a text has such a label.</exception>
    public ClassReport this[string label] => _classOfLabel.TryGetValue(label, out ClassReport? found)
        ? found
        : throw new KeyNotFoundException(
            $"there is no label '{label}'; the labels are {LabelList.Quoted([.. Classes.Select(one => one.Label)])}");

    /// <summary>
    /// The means over <see cref="Classes"/>. All labels have the same weight, including those without texts, which count as 0.
    /// </summary>
    public AverageReport MacroAverage { get; }

    /// <summary>Precision, recall and F1 of the summed counts of all labels. Every label of every text has the same weight.</summary>
    /// <remarks>With one label per text, all three equal the accuracy.</remarks>
    public AverageReport MicroAverage { get; }

    /// <summary>Formats all figures and the confusion matrix as JSON.</summary>
    /// <returns>
    /// A JSON object: <c>texts</c>, <c>accuracy</c>, <c>unseenLabels</c> (an array of strings), <c>unseenTexts</c> (the number of texts
    /// that have one), <c>loss</c> (null if no text has a label that the classifier knows), <c>expectedCalibrationError</c>,
    /// <c>calibration</c> (an array of objects with <c>lower</c>, <c>upper</c>, <c>texts</c>, <c>meanProbability</c>, <c>accuracy</c>; the
    /// last two are null in an empty bin), <c>riskCoverage</c> (an array of objects with <c>minimumProbability</c>, <c>coverage</c>,
    /// <c>errorRate</c>), <c>areaUnderRiskCoverageCurve</c> (a number or null), <c>promises</c> (an array of objects with
    /// <c>maximumErrorRate</c>, <c>accepted</c>, <c>wrong</c>, <c>coverage</c>, <c>errorRate</c>, the last of which is null if nothing was
    /// accepted), <c>areaUnderRocCurve</c> (a number or null), <c>classes</c> (an array of objects with <c>label</c>, <c>precision</c>,
    /// <c>recall</c>, <c>f1</c>, <c>support</c>), <c>macroAverage</c> and <c>microAverage</c> (<c>precision</c>, <c>recall</c>, <c>f1</c>),
    /// and <c>confusion</c>: an array with one object per pair of labels that occurs (<c>actual</c>, <c>predicted</c>, <c>texts</c>), or
    /// null if a text can have several labels. Numbers have all their digits.
    /// </returns>
    /// <exception cref="ArgumentException">A figure isn't finite, which JSON can't express.</exception>
    public string ToJson() => EvaluationJson.Of(this);

    /// <summary>Formats the accuracy, a table with one row per label and average, and the other figures.</summary>
    /// <returns>Several lines, in the invariant culture.</returns>
    public override string ToString()
    {
        string table = TextTable.Aligned(
        [
            ["", "precision", "recall", "F1", "support"],
            .. Classes.Select(one => Row(one.Label, one.Precision, one.Recall, one.F1, one.Support)),
            AverageRow("macro average", MacroAverage),
            AverageRow("micro average", MicroAverage),
        ]);
        string area = AreaUnderRocCurve is double value
            ? string.Create(CultureInfo.InvariantCulture, $", area under the ROC curve {value:F4}")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"accuracy {Accuracy:F4} ({CorrectCount} of {TextCount} texts){Environment.NewLine}{table}{Environment.NewLine}"
            + $"loss {Loss:F4}, expected calibration error {ExpectedCalibrationError:F4}{area}{Kept()}{Unseen()}");
    }

    private string Kept() => string.Concat(Promises.Select(promise => $"{Environment.NewLine}{promise}"));

    private string Unseen() => UnseenLabels.IsEmpty
        ? ""
        : $"{Environment.NewLine}{LabelList.Texts(UnseenTextCount)} counted as wrong, "
            + $"with {LabelList.Shown(UnseenLabels)}, which training didn't have";

    private static string[] Row(string name, double precision, double recall, double f1, int support) =>
        [name, Figure(precision), Figure(recall), Figure(f1), support.ToString(CultureInfo.InvariantCulture)];

    private static string Figure(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    private string[] AverageRow(string name, AverageReport average) =>
        Row(name, average.Precision, average.Recall, average.F1, _support);
}

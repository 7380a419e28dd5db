using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Evaluation;

/// <summary>
/// How well a classifier recognized texts. <see cref="ToString"/> prints it, <see cref="ToJson"/> hands it to programs. Where a text may have
/// several labels, it is recognized if all of its labels and no others have a probability of 0.5 or more. Immutable and thread-safe.
/// </summary>
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

    /// <summary>The fraction of the texts that was classified correctly, from 0 to 1; with several labels per text, the exact-match ratio.</summary>
    public double Accuracy { get; }

    /// <summary>
    /// The labels of the texts that the classifier doesn't know, in ordinal order; empty where it knows all of them. A text with such a label
    /// counts as classified wrongly.
    /// </summary>
    public ImmutableArray<string> UnseenLabels { get; internal init; } = [];

    /// <summary>The number of texts with a label among the <see cref="UnseenLabels"/>.</summary>
    public int UnseenTextCount { get; internal init; }

    /// <summary>
    /// Which labels were recognized as which; null where a text may have several labels, since none of them is then taken for another: see the
    /// <see cref="Classes"/>.
    /// </summary>
    public ConfusionMatrix? Confusion { get; internal init; }

    /// <summary>
    /// The mean of −L, in nats: the log-loss. With several labels a text, −L is the sum over all labels. Labels that the classifier doesn't know
    /// have no probability and are left out: it is <see cref="double.NaN"/> where no text has one that it knows.
    /// </summary>
    public double Loss { get; internal init; }

    /// <summary>
    /// How far the probabilities of the predicted labels are from how often those are right, from 0 to 1: Σ_m |B_m| / n · |acc(B_m) − conf(B_m)|.
    /// B_m are the texts, of n, whose predicted label has a probability above (m − 1) / 15 and up to m / 15, for m = 1 … 15; acc is the part of
    /// them that was recognized, conf the mean of that probability (Guo et al. 2017, On Calibration of Modern Neural Networks, equation 3).
    /// With several labels a text, the same of all decisions, one for each text and label: that the label applies, or that it doesn't.
    /// </summary>
    public double ExpectedCalibrationError { get; internal init; }

    /// <summary>
    /// The bins B_1 … B_15 that <see cref="ExpectedCalibrationError"/> is computed from, the empty ones too: Σ texts · |accuracy − mean probability|
    /// over those that aren't, divided by the sum of their texts. Their accuracies over their mean probabilities make a reliability diagram.
    /// </summary>
    public ImmutableArray<CalibrationBin> Calibration { get; internal init; } = [];

    /// <summary>
    /// For two labels, the part of the pairs of a text of each label in which the text of the second label is given the higher probability of
    /// it, where equal ones count one half, from 0 to 1 (Mann–Whitney U / (n₁·n₀)). The texts are ranked by the log-odds, which stay apart where
    /// probabilities round to 1; it is the same for either label. Null for more labels than two, where no text has one of them, and where a
    /// text may have several. Texts of <see cref="UnseenLabels"/> are left out.
    /// </summary>
    public double? AreaUnderRocCurve { get; internal init; }

    /// <summary>Precision, recall and F1 of each label, in the order of the classifier's labels; after these, the <see cref="UnseenLabels"/>.</summary>
    public ImmutableArray<ClassReport> Classes { get; }

    /// <summary>The figures of a label.</summary>
    /// <param name="label">The label.</param>
    /// <exception cref="ArgumentNullException"><paramref name="label"/> is null.</exception>
    /// <exception cref="KeyNotFoundException">Neither the classifier nor a text has such a label.</exception>
    public ClassReport this[string label] => _classOfLabel.TryGetValue(label, out ClassReport? found)
        ? found
        : throw new KeyNotFoundException($"there is no label '{label}'; there are {LabelList.Quoted([.. Classes.Select(one => one.Label)])}");

    /// <summary>The means of <see cref="Classes"/>, in which all labels weigh the same, those that no text has too (with 0).</summary>
    public AverageReport MacroAverage { get; }

    /// <summary>
    /// Precision, recall and F1 of the counts of all labels added up, in which every label of every text weighs the same. With one label per
    /// text, all three are the accuracy.
    /// </summary>
    public AverageReport MicroAverage { get; }

    /// <summary>All figures and the confusion matrix, for programs to read.</summary>
    /// <returns>
    /// A JSON object: <c>texts</c>, <c>accuracy</c>, <c>unseenLabels</c> (an array of strings), <c>unseenTexts</c> (the number of texts that have one),
    /// <c>loss</c> (null where no text has a label that the classifier knows), <c>expectedCalibrationError</c>, <c>calibration</c> (an array of objects with
    /// <c>lower</c>, <c>upper</c>, <c>texts</c>, <c>meanProbability</c>, <c>accuracy</c>; the last two null in an empty bin), <c>areaUnderRocCurve</c> (a number or
    /// null), <c>classes</c> (an array of objects with <c>label</c>, <c>precision</c>, <c>recall</c>, <c>f1</c>, <c>support</c>),
    /// <c>macroAverage</c> and <c>microAverage</c> (<c>precision</c>, <c>recall</c>, <c>f1</c>), and <c>confusion</c>, an array of an
    /// object for each pair of labels that occurs (<c>actual</c>, <c>predicted</c>, <c>texts</c>), or null where a text may have several labels. Numbers
    /// have all their digits.
    /// </returns>
    /// <exception cref="ArgumentException">A figure isn't finite: JSON has no number for it.</exception>
    public string ToJson() => EvaluationJson.Of(this);

    /// <summary>The accuracy, a table with a row for each label and each average, and the other figures.</summary>
    /// <returns>Several lines, invariant culture.</returns>
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
            $"accuracy {Accuracy:F4} ({CorrectCount} of {TextCount} texts){Environment.NewLine}{table}{Environment.NewLine}loss {Loss:F4}, expected calibration error {ExpectedCalibrationError:F4}{area}{Unseen()}");
    }

    private string Unseen() => UnseenLabels.IsEmpty
        ? ""
        : $"{Environment.NewLine}{LabelList.Texts(UnseenTextCount)} counted as wrong, with {LabelList.Shown(UnseenLabels)}, which training didn't have";

    private static string[] Row(string name, double precision, double recall, double f1, int support) =>
        [name, Figure(precision), Figure(recall), Figure(f1), support.ToString(CultureInfo.InvariantCulture)];

    private static string Figure(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    private string[] AverageRow(string name, AverageReport average) =>
        Row(name, average.Precision, average.Recall, average.F1, _support);
}

using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>A text that was recognized wrongly.</summary>
/// <param name="Actual">The labels it has.</param>
/// <param name="Missed">Whether it has the explained label, which it wasn't given; else it was given that and hasn't it.</param>
/// <param name="Explanation">Why: of the label that was given or missed.</param>
internal sealed record Mistake(ImmutableArray<string> Actual, bool Missed, Explanation Explanation)
{
    private const int MostShown = 20;

    /// <summary>Those that the classifier is surest of; of equal ones the first texts.</summary>
    public static ImmutableArray<Mistake> MostConfident(TextClassifier classifier, IReadOnlyList<LabeledText> texts, ImmutableArray<PredictedText> predicted) =>
    [
        .. Enumerable.Range(0, predicted.Length)
            .SelectMany(text => predicted[text].Wrong.Select(wrong => (Text: text, wrong.Label, wrong.Probability, Missed: predicted[text].Actual.Contains(wrong.Label))))
            .OrderByDescending(wrong => wrong.Missed ? 1 - wrong.Probability : wrong.Probability)
            .Take(MostShown)
            .Select(wrong => new Mistake(texts[wrong.Text].Labels, wrong.Missed, classifier.Explain(texts[wrong.Text].Text, classifier.Labels[wrong.Label]))),
    ];
}

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
    public static ImmutableArray<Mistake> MostConfident(
        TextClassifier classifier, IReadOnlyList<LabeledText> texts, ImmutableArray<PredictedText> predicted)
    {
        var wrong =
            from text in predicted.Zip(texts, (predicted, labeled) => (Predicted: predicted, Labeled: labeled))
            from decision in text.Predicted.Wrong
            where decision.Label < classifier.Labels.Length // a label that it doesn't know can't be explained
            select (text.Labeled, decision.Label, decision.Probability, Missed: text.Predicted.Actual.Contains(decision.Label));
        var shown = wrong.OrderByDescending(one => one.Missed ? 1 - one.Probability : one.Probability).Take(MostShown);
        return
        [
            .. from one in shown
               let explanation = classifier.Explain(one.Labeled.Text, classifier.Labels[one.Label])
               select new Mistake(one.Labeled.Labels, one.Missed, explanation),
        ];
    }
}

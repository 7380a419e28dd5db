using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>A wrongly classified text.</summary>
/// <param name="Actual">The actual labels.</param>
/// <param name="Missed">True if the explained label was missed; false if it was predicted wrongly.</param>
/// <param name="Explanation">The explanation of the predicted or missed label.</param>
internal sealed record Mistake(ImmutableArray<string> Actual, bool Missed, Explanation Explanation)
{
    private const int MostShown = 20;

    /// <summary>The most confident mistakes; among equal ones, the first texts.</summary>
    public static ImmutableArray<Mistake> MostConfident(
        TextClassifier classifier, IReadOnlyList<LabeledText> texts, ImmutableArray<PredictedText> predicted)
    {
        var wrong =
            from text in predicted.Zip(texts, (predicted, labeled) => (Predicted: predicted, Labeled: labeled))
            from decision in text.Predicted.Wrong
            where decision.Label < classifier.Labels.Length // an unknown label can't be explained
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

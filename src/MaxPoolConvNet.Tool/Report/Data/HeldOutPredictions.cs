using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>The predictions of the held-out texts, in order.</summary>
/// <param name="Texts">The texts.</param>
/// <param name="Watched">The indexes of the labels whose probabilities are kept.</param>
internal sealed record HeldOutPredictions(ImmutableArray<PredictedText> Texts, ImmutableArray<int> Watched)
{
    /// <param name="classifier">The classifier.</param>
    /// <param name="labels">The labels of the classifier, followed by labels of the texts that are unknown to it.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="watched">The indexes of the labels whose probabilities are kept.</param>
    public static HeldOutPredictions Of(
        TextClassifier classifier, ImmutableArray<string> labels, IReadOnlyList<LabeledText> texts, ImmutableArray<int> watched)
    {
        Dictionary<string, int> places =
            labels.Index().ToDictionary(label => label.Item, label => label.Index, StringComparer.Ordinal);
        var found = new PredictedText[texts.Count];
        Parallel.For(0, texts.Count, t =>
        {
            double[] probabilities = new double[classifier.Labels.Length];
            classifier.Score(texts[t].Text).CopyTo(probabilities);
            ImmutableArray<int> actual = [.. texts[t].Labels.Select(label => places[label])];
            ImmutableArray<(int, double)> wrong = classifier.IsMultiLabel
                ? WrongDecisions(probabilities, actual)
                : WrongLabel(classifier.Predict(texts[t].Text), places, actual);
            found[t] = new PredictedText(actual, wrong, [.. watched.Select(label => probabilities[label])]);
        });
        return new HeldOutPredictions([.. found], watched);
    }

    /// <summary>For each text, the probability of a watched label and whether the text has it.</summary>
    public IReadOnlyList<(double Probability, bool Applies)> ScoresOf(int watched) =>
        [.. Texts.Select(text => (text.Watched[watched], text.Actual.Contains(Watched[watched])))];

    private static ImmutableArray<(int, double)> WrongLabel(
        Prediction prediction, Dictionary<string, int> places, ImmutableArray<int> actual)
    {
        int label = places[prediction.Label];
        return actual.Contains(label) ? [] : [(label, prediction.Probability)];
    }

    private static ImmutableArray<(int, double)> WrongDecisions(double[] probabilities, ImmutableArray<int> actual) =>
    [
        .. Enumerable.Range(0, probabilities.Length)
            .Where(label => probabilities[label] >= 0.5 != actual.Contains(label))
            .Select(label => (label, probabilities[label])),
        .. actual.Where(label => label >= probabilities.Length).Select(label => (label, 0.0)),
    ];
}

using System.Collections.Immutable;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>The result of classifying a text.</summary>
/// <param name="Actual">The indexes of its actual labels.</param>
/// <param name="Wrong">
/// The wrong labels with their probabilities: the predicted label if it is wrong; with several labels per text, each label that was
/// predicted wrongly or missed.
/// </param>
/// <param name="Watched">The probabilities of the labels with a precision–recall curve.</param>
internal sealed record PredictedText(
    ImmutableArray<int> Actual, ImmutableArray<(int Label, double Probability)> Wrong, ImmutableArray<double> Watched)
{
    public bool IsRight => Wrong.IsEmpty;
}

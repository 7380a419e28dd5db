using System.Collections.Immutable;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>How a text was recognized.</summary>
/// <param name="Actual">The labels it has, as places among the classifier's.</param>
/// <param name="Wrong">
/// What is wrong, with its probability: the predicted label where it isn't the text's; where a text may have several, each label that it
/// lacks and was given, or has and wasn't.
/// </param>
/// <param name="Watched">The probabilities of the labels that are watched.</param>
internal sealed record PredictedText(
    ImmutableArray<int> Actual, ImmutableArray<(int Label, double Probability)> Wrong, ImmutableArray<double> Watched)
{
    public bool IsRight => Wrong.IsEmpty;
}

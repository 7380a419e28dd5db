using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>What a fold network trains on and what it predicts.</summary>
/// <param name="Training">The texts that it trains on.</param>
/// <param name="HeldOut">The texts that it predicts, as indices in <see cref="FoldPlan.Scored"/>.</param>
internal sealed record FoldPart(IReadOnlyList<LabeledText> Training, int[] HeldOut);

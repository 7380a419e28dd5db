using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>What a fold network trains on and what it predicts.</summary>
internal sealed class FoldPart(IReadOnlyList<LabeledText> training, int[] heldOut)
{
    /// <summary>The texts that it trains on.</summary>
    public IReadOnlyList<LabeledText> Training { get; } = training;

    /// <summary>The texts that it predicts, as indices in <see cref="FoldPlan.Scored"/>.</summary>
    public int[] HeldOut { get; } = heldOut;
}

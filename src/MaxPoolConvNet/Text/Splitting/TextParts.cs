namespace MaxPoolConvNet.Text;

/// <summary>Labeled texts in numbered parts.</summary>
/// <param name="texts">The texts.</param>
/// <param name="parts">The part of each text.</param>
internal sealed class TextParts(IReadOnlyList<LabeledText> texts, int[] parts)
{
    /// <summary>Holds out one part; the others are for training.</summary>
    public TextSplit HoldOut(int part)
    {
        List<LabeledText> training = [];
        List<LabeledText> heldOut = [];
        for (int index = 0; index < parts.Length; index++)
            (parts[index] == part ? heldOut : training).Add(texts[index]);
        return new TextSplit(training.AsReadOnly(), heldOut.AsReadOnly());
    }

    /// <summary>Holds out each part once, from part 0 on.</summary>
    public TextSplit[] HoldOutEach(int count) => [.. Enumerable.Range(0, count).Select(HoldOut)];
}

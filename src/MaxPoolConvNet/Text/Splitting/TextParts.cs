namespace MaxPoolConvNet.Text;

/// <summary>Labelled texts, each in a part that has a number.</summary>
/// <param name="texts">The texts.</param>
/// <param name="parts">The part of each text.</param>
internal sealed class TextParts(IReadOnlyList<LabeledText> texts, int[] parts)
{
    /// <summary>One part held out, and the others to train on.</summary>
    public TextSplit HoldOut(int part)
    {
        List<LabeledText> training = [];
        List<LabeledText> heldOut = [];
        for (int index = 0; index < parts.Length; index++)
            (parts[index] == part ? heldOut : training).Add(texts[index]);
        return new TextSplit(training.AsReadOnly(), heldOut.AsReadOnly());
    }

    /// <summary>Each of the parts from 0 on held out once.</summary>
    public TextSplit[] HoldOutEach(int count) => [.. Enumerable.Range(0, count).Select(HoldOut)];
}

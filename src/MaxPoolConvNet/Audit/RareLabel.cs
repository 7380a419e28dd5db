namespace MaxPoolConvNet.Evaluation;

/// <summary>A label with few texts. Immutable and thread-safe.</summary>
public sealed class RareLabel
{
    internal RareLabel(string label, int textCount)
    {
        Label = label;
        TextCount = textCount;
    }

    /// <summary>The label.</summary>
    public string Label { get; }

    /// <summary>The number of its texts.</summary>
    public int TextCount { get; }

    /// <summary>The label and the number.</summary>
    /// <returns>One line, invariant culture. Control characters of the label are replaced.</returns>
    public override string ToString() => FormattableString.Invariant($"{SafeText.ForTerminal(Label)}: {TextCount}");
}

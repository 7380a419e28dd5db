namespace MaxPoolConvNet.Evaluation;

/// <summary>A word of a text and how it argues. Immutable and thread-safe.</summary>
public readonly struct EvidenceWord
{
    internal EvidenceWord(int start, int length, double weight)
    {
        Start = start;
        Length = length;
        Weight = weight;
    }

    /// <summary>The start of the word in the text, in UTF-16 units.</summary>
    public int Start { get; }

    /// <summary>The length of the word in the text, in UTF-16 units.</summary>
    public int Length { get; }

    /// <summary>The weight of the word and its pairs: positive for the suggested label, negative for the given one.</summary>
    public double Weight { get; }

    /// <summary>The position and the weight.</summary>
    /// <returns>Invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant($"{Start}, {Length}: {SafeText.Signed(Weight)}");
}

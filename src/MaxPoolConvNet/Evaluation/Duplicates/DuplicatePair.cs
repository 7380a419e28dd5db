namespace MaxPoolConvNet.Evaluation;

/// <summary>A text and the most similar one before it. Immutable and thread-safe.</summary>
/// <remarks>A text with the same words comes before all others. Of equally similar ones it is the first.</remarks>
public readonly struct DuplicatePair
{
    internal DuplicatePair(int index, int earlierIndex, double similarity, bool isExact)
    {
        Index = index;
        EarlierIndex = earlierIndex;
        Similarity = similarity;
        IsExact = isExact;
    }

    /// <summary>The index of the text, from 0.</summary>
    public int Index { get; }

    /// <summary>The index of the text before it, from 0.</summary>
    public int EarlierIndex { get; }

    /// <summary>The Jaccard similarity of the two texts' word trigrams, up to 1.</summary>
    public double Similarity { get; }

    /// <summary>Whether both texts have the same words in the same order.</summary>
    public bool IsExact { get; }

    /// <summary>Formats both indices and the similarity.</summary>
    /// <returns>One line, in the invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"text {Index}, text {EarlierIndex}: similarity {Similarity:F4}{(IsExact ? ", the same words" : "")}");
}

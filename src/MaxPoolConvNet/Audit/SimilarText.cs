namespace MaxPoolConvNet.Evaluation;

/// <summary>A text that is similar to another one. Immutable and thread-safe.</summary>
public readonly struct SimilarText
{
    internal SimilarText(int index, double similarity)
    {
        Index = index;
        Similarity = similarity;
    }

    /// <summary>The index of the similar text, from 0.</summary>
    public int Index { get; }

    /// <summary>The cosine of the texts' TF-IDF vectors over words and word pairs, from 0 to 1.</summary>
    public double Similarity { get; }

    /// <summary>The index and the similarity.</summary>
    /// <returns>Invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant($"text {Index}: similarity {Similarity:F4}");
}

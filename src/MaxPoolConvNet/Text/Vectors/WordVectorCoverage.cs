namespace MaxPoolConvNet.Text;

/// <summary>How many words of a vocabulary have a vector. Immutable and thread-safe.</summary>
public readonly struct WordVectorCoverage
{
    internal WordVectorCoverage(int coveredWordCount, int wordCount)
    {
        CoveredWordCount = coveredWordCount;
        WordCount = wordCount;
    }

    /// <summary>The number of words that have one, from 0 to <see cref="WordCount"/>.</summary>
    public int CoveredWordCount { get; }

    /// <summary>The number of words in all, from 0; the entry for unknown words is none of them.</summary>
    public int WordCount { get; }

    /// <summary>The covered fraction of the words, from 0 to 1; 1 where there are no words.</summary>
    public double Fraction => WordCount == 0 ? 1 : (double)CoveredWordCount / WordCount;

    /// <summary>Both numbers.</summary>
    /// <returns>One line, invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant($"{CoveredWordCount} of {WordCount} words have a vector");
}

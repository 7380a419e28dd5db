namespace MaxPoolConvNet.Text;

/// <summary>How many words of a vocabulary have a vector. Immutable and thread-safe.</summary>
public readonly struct WordVectorCoverage
{
    internal WordVectorCoverage(int listed, int composed, int wordCount)
    {
        CoveredWordCount = listed + composed;
        ComposedWordCount = composed;
        WordCount = wordCount;
    }

    /// <summary>The number of words that have a vector. From 0 to <see cref="WordCount"/>.</summary>
    public int CoveredWordCount { get; }

    /// <summary>The number of these words whose vector an <see cref="IWordComposer"/> made; 0 without one.</summary>
    public int ComposedWordCount { get; }

    /// <summary>The total number of words, without the entry for unknown words. At least 0.</summary>
    public int WordCount { get; }

    /// <summary>The fraction of the words that have a vector. From 0 to 1; 1 if there are no words.</summary>
    public double Fraction => WordCount == 0 ? 1 : (double)CoveredWordCount / WordCount;

    /// <summary>Returns both numbers as one line of text.</summary>
    /// <returns>The line, the same in every culture.</returns>
    public override string ToString() => ComposedWordCount == 0
        ? FormattableString.Invariant($"{CoveredWordCount} of {WordCount} words have a vector")
        : FormattableString.Invariant(
            $"{CoveredWordCount} of {WordCount} words have a vector; {ComposedWordCount} of them are composed of pieces");
}

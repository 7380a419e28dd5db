namespace MaxPoolConvNet.Text;

/// <summary>How many words of a vocabulary have a vector.</summary>
/// <param name="CoveredWords">The number of words that have one, from 0 to <paramref name="Words"/>.</param>
/// <param name="Words">The number of words in all, from 0; the entry for unknown words is none of them.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public readonly record struct WordVectorCoverage(int CoveredWords, int Words)
{
    /// <summary>The covered part of the words, from 0 to 1; 1 where there are no words.</summary>
    public double Fraction => Words == 0 ? 1 : (double)CoveredWords / Words;
}

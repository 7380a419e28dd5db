using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>How much a text resembles the training texts, by how common its words are in them.</summary>
/// <remarks>
/// A word costs −ln p, where p is its share of the words of the training texts, but at most 6: words rarer than 1 in 400 count alike. An
/// unknown word costs 2.5·ln(1/r), but at least 7, where r is the share of words that a training text has alone: the fewer new words the
/// texts bring, the more one says. A text's cost is the mean over its words; its familiarity is the fraction of training texts that cost at
/// least as much, each without its own words in the counts, as if it were new. Costs are whole sixteenths, so that every processor gives
/// the same familiarity. Immutable and thread-safe.
/// </remarks>
internal sealed class FamiliarityModel
{
    /// <summary>The steps of one nat of cost.</summary>
    public const int StepsPerNat = 16;

    /// <summary>The largest cost of a known word, in steps.</summary>
    public const int MostKnown = 6 * StepsPerNat;

    /// <summary>The smallest cost of an unknown word, in steps.</summary>
    public const int LeastUnknown = 7 * StepsPerNat;

    /// <summary>The number of quantiles but one: those of every hundredth of the training texts.</summary>
    public const int Hundred = 100;

    /// <summary>Quantiles are in this fraction of a step.</summary>
    public const int QuantilesPerStep = 256;

    private readonly byte[] _costs;
    private readonly byte _unknown;
    private readonly int[] _quantiles;

    /// <param name="costs">The cost of each word of the vocabulary, then that of unknown words, in steps.</param>
    /// <param name="quantiles">For i = 0 to 100, the cost that i hundredths of the training texts reach: descending.</param>
    /// <param name="textCount">The number of training texts that the quantiles are of.</param>
    public FamiliarityModel(byte[] costs, int[] quantiles, int textCount)
    {
        _costs = costs;
        _unknown = costs[^1];
        _quantiles = quantiles;
        TextCount = textCount;
    }

    /// <summary>The cost of each word of the vocabulary, then that of unknown words, in steps.</summary>
    public ReadOnlySpan<byte> Costs => _costs;

    /// <summary>For i = 0 to 100, the cost that i hundredths of the training texts reach, in 256ths of a step: descending.</summary>
    public ReadOnlySpan<int> Quantiles => _quantiles;

    /// <summary>The number of training texts that the quantiles are of.</summary>
    public int TextCount { get; }

    /// <summary>Returns a text's familiarity, from 0 to 1; 0 for a text without words.</summary>
    public double Of(EncodedText text)
    {
        ReadOnlySpan<int> wordIds = text.WordIds;
        int words = text.Words;
        long cost = (long)(words - wordIds.Length) * _unknown;
        foreach (int wordId in wordIds)
            cost += _costs[wordId];
        return words == 0 ? 0 : OfMean(Mean(cost, words));
    }

    /// <summary>Returns the mean cost of a text's words, in the unit of quantiles.</summary>
    /// <param name="cost">The sum of the costs, in steps.</param>
    /// <param name="words">The number of words. At least 1.</param>
    public static int Mean(long cost, int words) => (int)(((2 * QuantilesPerStep * cost) + words) / (2L * words));

    /// <summary>Returns the statistics for some words of the vocabulary; the others become unknown.</summary>
    /// <param name="kept">The ids of the words, in the order of their new ids.</param>
    public FamiliarityModel Select(ReadOnlySpan<int> kept)
    {
        byte[] costs = new byte[kept.Length + 1];
        for (int word = 0; word < kept.Length; word++)
            costs[word] = _costs[kept[word]];
        costs[^1] = _unknown;
        return new FamiliarityModel(costs, _quantiles, TextCount);
    }

    private double OfMean(int cost)
    {
        if (cost > _quantiles[0]) return 0;

        // the last quantile that is at least the cost
        int at = 0;
        int above = Hundred + 1;
        while (above - at > 1)
        {
            int middle = (at + above) / 2;
            if (_quantiles[middle] >= cost) at = middle;
            else above = middle;
        }

        if (at == Hundred) return 1;
        return (at + ((double)(_quantiles[at] - cost) / (_quantiles[at] - _quantiles[above]))) / Hundred;
    }
}

using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Networks;

/// <summary>How many words of a vocabulary, from the first on, have rows in the filters over one-hot words.</summary>
/// <remarks>
/// Beside given vectors, sub-words belong to narrow filters alone: what they add there is hardly more with wide ones, which would double
/// their rows. They have the ids after those of the words. To other filters they are zero words.
/// </remarks>
/// <param name="All">The number in narrow filters: words and sub-words.</param>
/// <param name="Whole">The number in wide filters: words.</param>
internal readonly record struct FilterWords(int All, int Whole)
{
    /// <summary>The width up to which filters are narrow; if all are wider, the narrowest are.</summary>
    private const int Narrow = 2;

    /// <summary>All filters know the same words.</summary>
    public FilterWords(int words)
        : this(words, words)
    {
    }

    /// <summary>The rows in a network's filters.</summary>
    public static FilterWords Of<T>(Network<T> network)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        FilterTable<T>[] tables = network.Tables[..network.WordBanks];
        return tables.Length == 0
            ? new FilterWords(network.WordSize)
            : new FilterWords(tables.Max(table => table.Words), tables.Min(table => table.Words));
    }

    /// <summary>The rows in a new network's filters.</summary>
    public static FilterWords Of(Vocabulary vocabulary, ConvNetOptions options)
    {
        if (!AreApart(options)) return new FilterWords(vocabulary.Count);
        int whole = vocabulary.Words.TakeWhile(word => !SubwordTokenizer.IsSubword(word)).Count();
        return new FilterWords(vocabulary.Count, whole == 0 ? vocabulary.Count : whole);
    }

    /// <summary>Puts sub-words after the words, if the network's wide filters don't know them.</summary>
    public static Vocabulary Order(Vocabulary vocabulary, ConvNetOptions options)
    {
        if (!AreApart(options)) return vocabulary;
        IEnumerable<string> known = vocabulary.Words.Take(vocabulary.UnknownId ?? vocabulary.Count);
        return Vocabulary.FromWords(known.OrderBy(word => SubwordTokenizer.IsSubword(word)), vocabulary.UnknownWords);
    }

    /// <summary>The rows in filters of a width.</summary>
    /// <param name="width">The width.</param>
    /// <param name="groups">All filters over one-hot words.</param>
    public int In(int width, IEnumerable<FilterGroup> groups) =>
        width <= Math.Max(Narrow, groups.Min(group => group.Width)) ? All : Whole;

    private static bool AreApart(ConvNetOptions options) => options.Embedding?.Vectors is { HasZerosForSubwords: true };
}

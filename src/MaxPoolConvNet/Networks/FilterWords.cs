using System.Numerics;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Networks;

/// <summary>How many words of a vocabulary, from the first on, have rows in the filters over one-hot words.</summary>
/// <remarks>
/// Sub-words belong to narrow filters alone: wide ones would double their rows and learn hardly more from them. They have the ids after
/// those of the words. To wide filters they are zero words.
/// </remarks>
/// <param name="all">The number in narrow filters: words and sub-words.</param>
/// <param name="whole">The number in wide filters: words.</param>
internal readonly struct FilterWords(int all, int whole)
{
    /// <summary>The width up to which filters are narrow; if all are wider, the narrowest are.</summary>
    private const int Narrow = 2;

    /// <summary>All filters know the same words.</summary>
    public FilterWords(int words)
        : this(words, words)
    {
    }

    /// <summary>The number in narrow filters.</summary>
    public int All { get; } = all;

    /// <summary>The number in wide filters.</summary>
    public int Whole { get; } = whole;

    /// <summary>The rows in a network's filters.</summary>
    public static FilterWords Of<T>(Network<T> network)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int[] words = [.. network.Tables[..network.WordBanks].Select(table => table.Words)];
        return words.Length == 0 ? new FilterWords(network.WordSize) : new FilterWords(words.Max(), words.Min());
    }

    /// <summary>The rows in a new network's filters.</summary>
    public static FilterWords Of(Vocabulary vocabulary, ITokenizer tokenizer)
    {
        if (tokenizer is not SubwordTokenizer) return new FilterWords(vocabulary.Count);
        int whole = vocabulary.Words.TakeWhile(word => !SubwordTokenizer.IsSubword(word)).Count();
        return new FilterWords(vocabulary.Count, whole == 0 ? vocabulary.Count : whole);
    }

    /// <summary>Puts the sub-words of a tokenizer after the words.</summary>
    public static Vocabulary Order(Vocabulary vocabulary, ITokenizer tokenizer)
    {
        if (tokenizer is not SubwordTokenizer) return vocabulary;
        IEnumerable<string> known = vocabulary.Words.Take(vocabulary.UnknownId ?? vocabulary.Count);
        return Vocabulary.FromWords(known.OrderBy(word => SubwordTokenizer.IsSubword(word)), vocabulary.UnknownWords);
    }

    /// <summary>The rows in filters of a width.</summary>
    /// <param name="width">The width.</param>
    /// <param name="groups">All filters over one-hot words.</param>
    public int In(int width, IEnumerable<FilterGroup> groups) =>
        width <= Math.Max(Narrow, groups.Min(group => group.Width)) ? All : Whole;
}

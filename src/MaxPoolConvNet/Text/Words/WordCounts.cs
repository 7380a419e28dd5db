using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Text;

/// <summary>Counts the occurrences of each word in texts.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class WordCounts
{
    /// <summary>The number of words up to which none is too rare.</summary>
    private const int ManyWords = 30_000;

    /// <summary>The count at which a word of any set is frequent enough.</summary>
    private const int FrequentEnough = 5;

    /// <summary>The number of sub-words up to which none is too rare.</summary>
    private const int ManySubwords = 2_000;

    /// <summary>The count up to which a sub-word isn't too frequent, like one that occurs once in 50 texts on average.</summary>
    private const int MostOfSubword = 400;
    private const int TextsPerSubword = 50;

    private readonly Dictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly TokenBuffer _tokens = new();
    private long _texts;

    /// <summary>Counts the words of a text.</summary>
    public void Add(ReadOnlySpan<char> text, ITokenizer tokenizer)
    {
        Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> counts = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
        _texts++;
        _tokens.Clear();
        tokenizer.Tokenize(text, _tokens);
        for (int token = 0; token < _tokens.Count; token++)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, _tokens.Word(token), out _)++;
    }

    /// <summary>Adds other counts.</summary>
    public void Add(WordCounts others)
    {
        _texts += others._texts;
        foreach ((string word, long count) in others._counts)
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, word, out _) += count;
    }

    /// <summary>Writes the number of texts, all words and their counts.</summary>
    public void Write(Stream stream)
    {
        stream.Write(MemoryMarshal.AsBytes<long>([_texts]));
        foreach ((string word, long count) in _counts)
        {
            stream.Write(MemoryMarshal.AsBytes<long>([word.Length, count]));
            stream.Write(MemoryMarshal.AsBytes(word.AsSpan()));
        }
    }

    /// <summary>Adds counts that <see cref="Write"/> has written, up to the end of the stream.</summary>
    public void Read(Stream stream)
    {
        Span<long> numbers = stackalloc long[2];
        stream.ReadExactly(MemoryMarshal.AsBytes(numbers[..1]));
        _texts += numbers[0];
        while (stream.Position < stream.Length)
        {
            stream.ReadExactly(MemoryMarshal.AsBytes(numbers));
            char[] word = new char[numbers[0]];
            stream.ReadExactly(MemoryMarshal.AsBytes(word.AsSpan()));
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, new string(word), out _) += numbers[1];
        }
    }

    /// <summary>The usual minimum count: 1 or, if there are many words, what leaves few enough of them.</summary>
    public int UsualMinimum() => UsualMinimum(_counts, ManyWords);

    /// <summary>
    /// Removes the sub-words of a <see cref="SubwordTokenizer"/> that are too frequent or, where there are many, too rare.
    /// </summary>
    public void RemoveUselessSubwords()
    {
        List<KeyValuePair<string, long>> subwords = [.. _counts.Where(word => SubwordTokenizer.IsSubword(word.Key))];
        int minimum = UsualMinimum(subwords, ManySubwords);
        long most = Math.Max(MostOfSubword, _texts / TextsPerSubword);
        foreach ((string subword, long count) in subwords)
        {
            if (count < minimum || count > most) _counts.Remove(subword);
        }
    }

    /// <summary>Returns the words that occur often enough, by descending count, then in ordinal order.</summary>
    /// <param name="minimumCount">The minimum count.</param>
    /// <param name="excluded">A word to exclude, or null.</param>
    public List<string> MostFrequent(int minimumCount, string? excluded)
    {
        List<KeyValuePair<string, long>> taken =
            [.. _counts.Where(word => word.Value >= minimumCount && !string.Equals(word.Key, excluded, StringComparison.Ordinal))];
        taken.Sort(static (one, other) =>
        {
            int byCount = other.Value.CompareTo(one.Value);
            return byCount != 0 ? byCount : string.CompareOrdinal(one.Key, other.Key);
        });
        return taken.ConvertAll(word => word.Key);
    }

    private static int UsualMinimum(IReadOnlyCollection<KeyValuePair<string, long>> counts, int many)
    {
        int minimum = 1;
        while (minimum < FrequentEnough && counts.Count(word => word.Value >= minimum) > many)
            minimum++;
        return minimum;
    }
}

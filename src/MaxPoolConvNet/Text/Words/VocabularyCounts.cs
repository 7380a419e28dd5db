namespace MaxPoolConvNet.Text;

/// <summary>Counts the words and sub-words of texts, and chooses those of a vocabulary.</summary>
/// <remarks>Not thread-safe.</remarks>
/// <param name="tokenizer">Splits the texts.</param>
internal sealed class VocabularyCounts(ITokenizer tokenizer)
{
    /// <summary>The number of words up to which none is too rare.</summary>
    private const int ManyWords = 30_000;

    /// <summary>The count at which a word of any set is frequent enough.</summary>
    private const int FrequentEnough = 5;

    private readonly SubwordTokenizer? _subwordTokenizer = tokenizer as SubwordTokenizer;
    private readonly WordCounts _words = new();
    private readonly WordCounts _subwords = new();
    private readonly TokenBuffer _tokens = new();

    /// <summary>Counts the words of a text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        _tokens.Clear();
        tokenizer.Tokenize(text, _tokens);
        for (int token = 0; token < _tokens.Count; token++)
        {
            ReadOnlySpan<char> word = _tokens.Word(token);
            (_subwordTokenizer?.IsSubword(word) == true ? _subwords : _words).Add(word);
        }
    }

    /// <summary>The usual minimum count: 1 or, if there are many words, what leaves few enough of them.</summary>
    public int UsualMinimum()
    {
        int minimum = 1;
        while (minimum < FrequentEnough && _words.AtLeast(minimum).Count() > ManyWords)
            minimum++;
        return minimum;
    }

    /// <summary>Returns the words, and the chosen sub-words, that occur often enough, by descending count, then in ordinal order.</summary>
    /// <param name="minimumCount">The minimum count.</param>
    /// <param name="excluded">A word to exclude, or null.</param>
    public List<string> MostFrequent(int minimumCount, string? excluded)
    {
        List<KeyValuePair<string, long>> words =
            [.. _words.AtLeast(minimumCount).Where(word => !string.Equals(word.Key, excluded, StringComparison.Ordinal))];
        if (_subwordTokenizer is not null)
        {
            HashSet<string> chosen = SubwordChoice.Of(_words.Words, _subwordTokenizer, words.Count);
            words.AddRange(_subwords.AtLeast(minimumCount).Where(subword => chosen.Contains(subword.Key)));
        }

        return WordCounts.Ordered(words);
    }
}

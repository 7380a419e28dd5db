namespace MaxPoolConvNet.Text;

/// <summary>
/// Gives the words of a <see cref="WordTokenizer"/> and after them, in their order, the sub-words that they are made of: character n-grams
/// (Bojanowski et al. 2017, Enriching Word Vectors with Subword Information), by which a word that training hasn't seen is known in part,
/// and one that is spelled wrong too.
/// </summary>
/// <remarks>
/// <list type="bullet">
/// <item>A word is put between &lt; and &gt;, and a sub-word is <see cref="Length"/> characters of that, with ~ in front, so that it is
/// never taken for a word: at length 4, "cards" gives ~&lt;car, ~card, ~ards and ~rds&gt;.</item>
/// <item>A word that is shorter than <see cref="Length"/> − 1 characters gives none, nor does anything but letters and digits; a
/// character is a Unicode scalar value, of one or two UTF-16 code units.</item>
/// <item>A sub-word stands in the text where its characters stand; where the word isn't its token unit by unit, by a format character or
/// decomposed letter within it, say, where the whole token stands.</item>
/// <item>Scripts whose letters are tokens by themselves or in clusters, from Chinese to Thai, have no sub-words.</item>
/// </list>
/// <para>
/// Where words are counted, such as in <see cref="Prediction.KnownWordCount"/> and <see cref="VocabularyOptions"/>, sub-words count too.
/// They make a text some five times as long, and training and prediction the slower; word vectors are given for words alone. It helps
/// with few or short texts, and hardly with long ones.
/// </para>
/// <para>Thread-safe.</para>
/// </remarks>
public sealed class SubwordTokenizer : ITokenizer
{
    internal const int Shortest = 2;
    internal const int Longest = 10;

    private const char Mark = '~';
    private const int MostOnStack = 256;

    private readonly WordTokenizer _words;

    /// <summary>A tokenizer with the options given.</summary>
    /// <param name="length">Characters of a sub-word, from 2 to 10. Default: 4.</param>
    /// <param name="options">How to split into words; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is out of its range.</exception>
    public SubwordTokenizer(int length = 4, WordTokenizerOptions? options = null)
    {
        OptionRange.Check(length, Shortest, Longest, nameof(length));
        Length = length;
        _words = options is null ? WordTokenizer.Default : new WordTokenizer(options);
    }

    /// <summary>Characters of a sub-word, the &lt; and &gt; of a word's ends among them.</summary>
    public int Length { get; }

    /// <summary>How it splits into words: a copy.</summary>
    public WordTokenizerOptions Options => _words.Options;

    /// <inheritdoc/>
    public void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        int first = tokens.Count;
        _words.Tokenize(text, tokens);
        for (int word = first, end = tokens.Count; word < end; word++)
            AddSubwords(text, tokens[word], tokens.Word(word), tokens);
    }

    private void AddSubwords(ReadOnlySpan<char> text, Token token, ReadOnlySpan<char> word, TokenBuffer tokens)
    {
        if (_words.Rules.ClassAt(word, 0, out _) != CharacterClass.Word) return;
        int size = word.Length + 3;
        Span<char> written = size <= MostOnStack ? stackalloc char[size] : new char[size];
        written[1] = '<';
        word.CopyTo(written[2..]);
        written[^1] = '>';

        int start = 1, end = start;
        for (int characters = 0; characters < Length && end < size; characters++)
            end += CharacterLength(written, end);
        if (end == size) return;
        bool isUnitByUnit = word.Length == token.Length && _words.Rules.IsUnitByUnit(text.Slice(token.Start, token.Length));
        while (true)
        {
            // over the character in front, which no further sub-word has
            written[start - 1] = Mark;
            tokens.Add(isUnitByUnit ? PlaceOf(token, start - 2, end - 2) : token, written[(start - 1)..end]);
            if (end == size) return;
            start += CharacterLength(written, start);
            end += CharacterLength(written, end);
        }
    }

    /// <summary>Where the characters from one to another of a word stand in the text; its &lt; and &gt; stand nowhere.</summary>
    private static Token PlaceOf(Token token, int from, int to)
    {
        from = Math.Max(from, 0);
        return new Token(token.Start + from, Math.Min(to, token.Length) - from);
    }

    private static int CharacterLength(ReadOnlySpan<char> text, int at) => char.IsHighSurrogate(text[at]) ? 2 : 1;
}

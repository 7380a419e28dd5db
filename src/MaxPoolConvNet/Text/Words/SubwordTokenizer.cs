namespace MaxPoolConvNet.Text;

/// <summary>Splits a text into words and adds their sub-words: character n-grams (Bojanowski et al. 2017).</summary>
/// <remarks>
/// <list type="bullet">
/// <item>A word is enclosed in &lt; and &gt;. A sub-word is <see cref="Length"/> characters of the result, prefixed with ~ to distinguish
/// it from words: at length 4, "cards" gives ~&lt;car, ~card, ~ards and ~rds&gt;.</item>
/// <item>A word shorter than <see cref="Length"/> − 1 characters has no sub-words, nor has anything other than letters and digits. A
/// character is a Unicode scalar value, of one or two UTF-16 code units.</item>
/// <item>The position of a sub-word is that of its characters in the text. If a word doesn't correspond to its token unit by unit, for
/// example because of a format character or a decomposed letter, it is that of the whole token.</item>
/// <item>Scripts whose letters are tokens by themselves or in clusters, from Chinese to Thai, have no sub-words.</item>
/// </list>
/// <para>
/// The sub-words (from "Enriching Word Vectors with Subword Information") follow the words of a <see cref="WordTokenizer"/>, in the same
/// order. Through them a model partly understands words that don't occur in the training texts, and misspelled ones.
/// </para>
/// <para>
/// A vocabulary built from texts (<see cref="Vocabulary.Build"/>, training) has no sub-words that occur more than 400 times and, on
/// average, more than once in 50 texts: they say no more than their words do. If there are more than 2,000 different sub-words, those
/// that occur least are left out, too: fewer than n times, where n is the smallest number from 2 to 5 that leaves at most 2,000, or 5 if
/// none does. Neither applies if unknown words have an id (<see cref="UnknownWords.OneId"/>). A continued training counts the further
/// texts alone.
/// </para>
/// <para>
/// Wherever words are counted, as in <see cref="Prediction.KnownWordCount"/>, the sub-words that have an id count too. They make a text
/// two to three times as long; training takes about one and a half times as long. Sub-words help with short texts, and hardly with long
/// ones.
/// </para>
/// <para>
/// Sub-words belong to the one-hot filters of widths 1 and 2 or, if all are wider, to the narrowest. Wider filters, and filters over given
/// vectors (<see cref="Networks.EmbeddingOptions.Vectors"/>), respond to the words alone, which stand side by side.
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

    /// <summary>Creates a tokenizer.</summary>
    /// <param name="length">The number of characters of a sub-word. From 2 to 10. The default is 4.</param>
    /// <param name="options">How to split into words; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is out of range.</exception>
    public SubwordTokenizer(int length = 4, WordTokenizerOptions? options = null)
    {
        OptionRange.Check(length, Shortest, Longest, nameof(length));
        Length = length;
        _words = options is null ? WordTokenizer.Default : new WordTokenizer(options);
    }

    /// <summary>The number of characters of a sub-word, including the &lt; and &gt; at the ends of a word.</summary>
    public int Length { get; }

    /// <summary>A copy of the options for splitting into words.</summary>
    public WordTokenizerOptions Options => _words.Options;

    /// <summary>Returns whether a token of this tokenizer is a sub-word.</summary>
    internal static bool IsSubword(ReadOnlySpan<char> token) => token.Length > 1 && token[0] == Mark;

    /// <inheritdoc/>
    public void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        int first = tokens.Count;
        _words.Tokenize(text, tokens);
        for (int word = first, end = tokens.Count; word < end; word++)
            AddSubwords(text, tokens[word], tokens.Word(word), tokens);
    }

    /// <summary>Splits a text into words alone.</summary>
    internal void TokenizeWords(ReadOnlySpan<char> text, TokenBuffer tokens) => _words.Tokenize(text, tokens);

    /// <summary>Adds the sub-words of a word.</summary>
    /// <param name="text">The text.</param>
    /// <param name="token">The word's position in the text.</param>
    /// <param name="word">The word.</param>
    /// <param name="tokens">Receives the sub-words.</param>
    internal void AddSubwords(ReadOnlySpan<char> text, Token token, ReadOnlySpan<char> word, TokenBuffer tokens)
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

    /// <summary>The position in the text of a range of a word's characters; its &lt; and &gt; have none.</summary>
    private static Token PlaceOf(Token token, int from, int to)
    {
        from = Math.Max(from, 0);
        return new Token(token.Start + from, Math.Min(to, token.Length) - from);
    }

    private static int CharacterLength(ReadOnlySpan<char> text, int at) => char.IsHighSurrogate(text[at]) ? 2 : 1;
}

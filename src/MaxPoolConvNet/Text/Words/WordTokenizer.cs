using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Text;

/// <summary>Splits a text as people wrote it into words, punctuation and symbols.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>A run of letters, digits and marks is a word. An apostrophe (' or ’) between two of them belongs to it, and stands as ' in the
/// word: "don’t" is the one word "don't". A hyphen separates.</item>
/// <item>A run of one and the same punctuation mark is a token: "!!!", "...". So is every other mark or symbol.</item>
/// <item>An emoji is a token with all that makes it up: skin tone, joined emoji, the two letters of a flag.</item>
/// <item>Han ideographs, hiragana and katakana are a token each. In Thai, Lao, Burmese, Khmer and related scripts without spaces a token
/// is a consonant with its vowels and marks: a syllable, mostly.</item>
/// <item>White space separates, and so does the zero-width space. Format characters without width are skipped; within a word they belong
/// to the token but not to its word.</item>
/// <item>Half a surrogate pair is a token whose word is U+FFFD, so that every word is well-formed.</item>
/// </list>
/// <para>
/// Spellings that readers take for the same are the same word: composed and decomposed letters (words are in normalization form C),
/// full-width and half-width forms, text with and without Arabic vowel signs and tatweel, Hebrew points or variation selectors. I, İ, ı,
/// i, and i with a dot above are one letter in every language (with <see cref="WordTokenizerOptions.LowerCase"/> off, I and İ are one,
/// and ı and i).
/// </para>
/// <para>
/// The text is split first, as it is, and offsets are those of the original text. Words are the same on every system, whatever its
/// culture, its ICU, or its mode of globalization. These are the rules of version 2; a model of an earlier version of the library keeps
/// version 1 (<see cref="WordTokenizerOptions.RulesVersion"/>).
/// </para>
/// <para>Thread-safe.</para>
/// </remarks>
public sealed class WordTokenizer : ITokenizer
{
    private readonly WordTokenizerOptions _options;
    private readonly byte[] _asciiWords;

    /// <summary>A tokenizer with the options given.</summary>
    /// <param name="options">How to split; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public WordTokenizer(WordTokenizerOptions? options = null)
    {
        _options = options is null ? new WordTokenizerOptions() : options with { };
        _options.Check();
        Rules = WordRules.Of(_options);
        _asciiWords = CharacterClasses.AsciiWordCharacters(_options.LowerCase);
    }

    /// <summary>A tokenizer with the default options.</summary>
    public static WordTokenizer Default { get; } = new();

    /// <summary>How it splits: a copy.</summary>
    public WordTokenizerOptions Options => _options with { };

    internal WordRules Rules { get; }

    /// <inheritdoc/>
    public void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        Span<char> room = tokens.Reserve(text.Length);
        int at = 0;
        while (at < text.Length)
        {
            char c = text[at];
            if (c == ' ')
            {
                at++;
                continue;
            }
            int length = WriteAsciiWord(text[at..], room);
            int wordLength = length;
            if (length == 0)
            {
                length = Rules.TokenLength(text, at, out CharacterClass kind);
                if (kind is CharacterClass.WhiteSpace or CharacterClass.Format)
                {
                    at += length;
                    continue;
                }
                // words of ASCII are as long as their tokens; this one may be longer
                int needed = checked(text.Length - at + (Rules.MostGrowth - 1) * length);
                if (room.Length < needed) room = tokens.Reserve(needed);
                wordLength = Rules.Write(text.Slice(at, length), kind, room);
                if (wordLength == 0)
                {
                    at += length;
                    continue;
                }
            }
            tokens.Commit(at, length, wordLength);
            room = room[wordLength..];
            at += length;
        }
    }

    /// <summary>
    /// Writes the word that the text begins with, and returns its length, which is that of its token; 0 if it doesn't begin with one, or
    /// if it isn't all of ASCII or what follows may go on with it.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int WriteAsciiWord(ReadOnlySpan<char> text, Span<char> word)
    {
        ReadOnlySpan<byte> written = _asciiWords;
        int end = 0;
        while (true)
        {
            for (; end < text.Length && text[end] < 128 && written[text[end]] is var character and > 0; end++)
                word[end] = (char)character;
            if (end == text.Length)
                return end;
            if (text[end] >= 128)
                return 0;
            if (text[end] != '\'' || end == 0 || end + 1 == text.Length)
                return end;
            if (text[end + 1] >= 128)
                return 0;
            if (written[text[end + 1]] == 0)
                return end;
            word[end++] = '\'';
        }
    }
}

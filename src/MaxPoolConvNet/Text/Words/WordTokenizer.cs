using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Text;

/// <summary>Splits natural text into words, punctuation and symbols.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>A run of letters, digits and marks is a word. An apostrophe (' or ’) between two of them is part of it and becomes ' in the
/// word: "don’t" is the single word "don't". A hyphen separates words.</item>
/// <item>A run of the same punctuation mark is one token: "!!!", "...". Every other mark or symbol is a token too.</item>
/// <item>An emoji is one token with all its parts: skin tone, joined emoji, the two letters of a flag.</item>
/// <item>Each Han ideograph, hiragana or katakana is a token. In Thai, Lao, Burmese, Khmer and related scripts without spaces, a token is a
/// consonant with its vowels and marks: usually a syllable.</item>
/// <item>White space and the zero-width space separate tokens. Format characters without width are skipped; within a word they belong to
/// the token but not to its word.</item>
/// <item>An unpaired surrogate is a token with the word U+FFFD, so every word is well-formed.</item>
/// </list>
/// <para>
/// Equivalent spellings are the same word: composed and decomposed letters (words are in normalization form C), full-width and half-width
/// forms, text with and without Arabic vowel signs and tatweel, Hebrew points or variation selectors. I, İ, ı, i, and i with a dot above
/// are one letter in every language (with <see cref="WordTokenizerOptions.LowerCase"/> off, I and İ are one letter, and so are ı and i).
/// </para>
/// <para>
/// The original text is split, and offsets refer to it. Words are the same on every system, regardless of its culture, its ICU or its
/// globalization mode. These are the rules of version 2; a model of an earlier version of the library keeps version 1
/// (<see cref="WordTokenizerOptions.RulesVersion"/>).
/// </para>
/// <para>Thread-safe.</para>
/// </remarks>
public sealed class WordTokenizer : ITokenizer
{
    private readonly WordTokenizerOptions _options;
    private readonly byte[] _asciiWords;

    /// <summary>Creates a tokenizer.</summary>
    /// <param name="options">How to split; <see langword="null"/> for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public WordTokenizer(WordTokenizerOptions? options = null)
    {
        _options = options is null ? new WordTokenizerOptions() : options with { };
        _options.Check();
        Rules = WordRules.Of(_options);
        _asciiWords = CharacterClasses.AsciiWordCharacters(_options.LowerCase);
    }

    /// <summary>Creates a tokenizer with the default options.</summary>
    public static WordTokenizer Default { get; } = new();

    /// <summary>A copy of the options.</summary>
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

using System.Globalization;
using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Text;

/// <summary>Splits a text as people wrote it into words, punctuation and symbols.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>A run of letters, digits and marks is a word. An apostrophe (' or ’) between two of them belongs to it, and stands as ' in the
/// word: "don’t" is the one word "don't". A hyphen separates.</item>
/// <item>A run of one and the same punctuation mark is a token: "!!!", "...". So is every other mark or symbol.</item>
/// <item>An emoji is a token with all that makes it up: skin tone, joined emoji, the two letters of a flag.</item>
/// <item>Han ideographs, hiragana and katakana are a token each. Other scripts that write no spaces, such as Thai, come as runs.</item>
/// <item>White space separates, and so does the zero-width space. Format characters without width are skipped; within a word they belong
/// to the token but not to its word.</item>
/// <item>Half a surrogate pair is a token whose word is U+FFFD, so that every word is well-formed.</item>
/// </list>
/// <para>Offsets are those of the original text. Words are not normalized (NFC) further. Nothing depends on the culture.</para>
/// <para>Thread-safe.</para>
/// </remarks>
public sealed class WordTokenizer : ITokenizer
{
    private readonly bool _lowerCase;
    private readonly byte[] _asciiWords;

    /// <summary>A tokenizer with the options given.</summary>
    /// <param name="options">How to split; <see langword="null"/> for the defaults.</param>
    public WordTokenizer(WordTokenizerOptions? options = null)
    {
        Options = options ?? new WordTokenizerOptions();
        _lowerCase = Options.LowerCase;
        _asciiWords = CharacterClasses.AsciiWordCharacters(_lowerCase);
    }

    /// <summary>A tokenizer with the default options.</summary>
    public static WordTokenizer Default { get; } = new();

    /// <summary>How it splits.</summary>
    public WordTokenizerOptions Options { get; }

    /// <inheritdoc/>
    public void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        Span<char> room = tokens.Reserve(text.Length); // no word is longer than its token
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
                length = TokenLength(text, at, out CharacterClass kind);
                if (kind is CharacterClass.WhiteSpace or CharacterClass.Format)
                {
                    at += length;
                    continue;
                }
                wordLength = Write(text.Slice(at, length), kind, room);
            }
            tokens.Commit(at, length, wordLength);
            room = room[wordLength..];
            at += length;
        }
    }

    /// <summary>
    /// Writes the word that the text begins with, and returns its length, which is that of its token; 0 if it doesn't begin with one, or if it
    /// isn't all of ASCII or what follows may go on with it.
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

    /// <summary>The length of the token, or of the characters to be skipped, at <paramref name="at"/>, and the class of the first
    /// one.</summary>
    private static int TokenLength(ReadOnlySpan<char> text, int at, out CharacterClass kind)
    {
        kind = CharacterClasses.At(text, at, out int length);
        return kind switch
        {
            CharacterClass.Word => WordEnd(text, at + length) - at,
            CharacterClass.Ideograph => MarksEnd(text, at + length) - at,
            CharacterClass.Punctuation or CharacterClass.Apostrophe => MarksEnd(text, RunEnd(text, at, length)) - at,
            CharacterClass.Symbol => ClusterLength(text[at..], length),
            _ => length,
        };
    }

    /// <summary>Where the word ends that goes on, or not, at <paramref name="at"/>.</summary>
    private static int WordEnd(ReadOnlySpan<char> text, int at)
    {
        int end = at; // behind the last character that is sure to belong to the word
        bool apostrophe = false;
        while (at < text.Length)
        {
            CharacterClass kind = CharacterClasses.At(text, at, out int length);
            if (kind == CharacterClass.Apostrophe && !apostrophe)
                apostrophe = true;
            else if (kind == CharacterClass.Word)
                (end, apostrophe) = (at + length, false);
            else if (kind != CharacterClass.Format)
                break;
            at += length;
        }
        return end;
    }

    /// <summary>Where the run of the character at <paramref name="at"/> ends.</summary>
    private static int RunEnd(ReadOnlySpan<char> text, int at, int length)
    {
        ReadOnlySpan<char> mark = text.Slice(at, length);
        int end = at + length;
        while (text[end..].StartsWith(mark))
            end += length;
        return end;
    }

    private static int MarksEnd(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && CharacterClasses.IsMark(text, at, out int length))
            at += length;
        return at;
    }

    /// <summary>The length of the grapheme cluster that begins with a symbol, without joiners that join nothing.</summary>
    private static int ClusterLength(ReadOnlySpan<char> text, int symbolLength)
    {
        if (text.Length == symbolLength || text[symbolLength] < 128)
            return symbolLength;
        int length = StringInfo.GetNextTextElementLength(text);
        while (length > symbolLength && text[length - 1] is '\u200C' or '\u200D')
            length--;
        return length;
    }

    /// <summary>Writes a token's word and returns its length.</summary>
    private int Write(ReadOnlySpan<char> token, CharacterClass kind, Span<char> room)
    {
        if (kind == CharacterClass.LoneSurrogate)
        {
            room[0] = '\uFFFD';
            return 1;
        }
        Span<char> word = room[..token.Length];
        if (_lowerCase)
            token.ToLowerInvariant(word);
        else
            token.CopyTo(word);
        if (kind != CharacterClass.Word)
            return word.Length;
        word.Replace('\u2019', '\'');
        return RemoveFormat(word);
    }

    /// <summary>Closes the gaps of format characters and returns the length that is left.</summary>
    private static int RemoveFormat(Span<char> word)
    {
        int kept = 0;
        for (int at = 0, length; at < word.Length; at += length)
        {
            if (CharacterClasses.At(word, at, out length) == CharacterClass.Format)
                continue;
            word.Slice(at, length).CopyTo(word[kept..]);
            kept += length;
        }
        return kept;
    }
}

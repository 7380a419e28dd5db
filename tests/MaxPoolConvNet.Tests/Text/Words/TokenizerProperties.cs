using System.Globalization;
using System.Text;
using CsCheck;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class TokenizerProperties
{
    private static readonly ITokenizer[] _tokenizers =
    [
        new WordTokenizer(),
        new WordTokenizer(new WordTokenizerOptions { LowerCase = false }),
        new WordTokenizer(new WordTokenizerOptions { RulesVersion = 1 }),
        new WordTokenizer(new WordTokenizerOptions { RulesVersion = 1, LowerCase = false }),
        new WhitespaceTokenizer(),
    ];

    private static readonly string[] _pieces =
    [
        "a", "B", "\u0130", "\u00DF", "7", "'", "\u2019", "-", "!", "!!", "$", " ", "\n", "\u0085", "\u00AD", "\u200B", "\u200C", "\u200D",
        "\u0301", "\uFE0F", "\u4E2D", "\u304B", "\u3099", "\u30FC", "\u00E9", "\u0E01", "\u0600", "\u2764", "\u203C", "\U0001F469",
        "\U0001F3FD", "\U0001F1E9", "\U0001F3F4\U000E0067\U000E007F", "\U00010400", "\U0010FFFF", "\uD83D", "\uDE00", "\u24B6",
    ];

    // what decides is rare among all characters: pieces that meet, and any UTF-16 between them, halves of pairs too
    private static readonly Gen<string> _texts = Gen.OneOf(
        Gen.Int[0, _pieces.Length - 1].Select(piece => _pieces[piece]),
        Gen.UShort.Select(c => ((char)c).ToString()),
        Gen.Char['\0', '\u007F'].Select(c => c.ToString())).Array[0, 30].Select(string.Concat);

    [Fact]
    public void Tokens_AreInOrderAndInsideTheText() =>
        _texts.Sample(text =>
        {
            foreach (ITokenizer tokenizer in _tokenizers)
            {
                int end = 0;
                foreach (Token token in Tokenized.Tokens(tokenizer, text))
                {
                    Assert.InRange(token.Start, end, text.Length);
                    Assert.InRange(token.Length, 1, text.Length - token.Start);
                    end = token.Start + token.Length;
                }
            }
        });

    [Fact]
    public void Words_OfTheFirstRulesAreTheTextUpToCaseAndFormat() =>
        _texts.Sample(text =>
        {
            foreach (ITokenizer tokenizer in _tokenizers)
            {
                if (tokenizer is WordTokenizer { Options.RulesVersion: > 1 }) continue;
                Token[] tokens = Tokenized.Tokens(tokenizer, text);
                string[] words = Tokenized.Words(tokenizer, text);
                for (int i = 0; i < tokens.Length; i++)
                    Assert.Equal(Normalized(tokenizer, text.Substring(tokens[i].Start, tokens[i].Length)), words[i]);
            }
        });

    [Fact]
    public void Words_AreThoseOfTheTokensAlone() =>
        _texts.Sample(text =>
        {
            foreach (ITokenizer tokenizer in _tokenizers)
            {
                Token[] tokens = Tokenized.Tokens(tokenizer, text);
                string[] words = Tokenized.Words(tokenizer, text);
                for (int i = 0; i < tokens.Length; i++)
                    Assert.Equal([words[i]], Tokenized.Words(tokenizer, text.Substring(tokens[i].Start, tokens[i].Length)));
            }
        });

    [Fact]
    public void Tokens_HoldEveryCharacterButWhiteSpaceAndWhatNobodySees() =>
        _texts.Sample(text =>
        {
            foreach (ITokenizer tokenizer in _tokenizers)
            {
                bool[] held = new bool[text.Length];
                foreach (Token token in Tokenized.Tokens(tokenizer, text))
                    held.AsSpan(token.Start, token.Length).Fill(true);
                for (int i = 0; i < text.Length; i++)
                {
                    bool isSkipped = char.IsWhiteSpace(text[i]) || (tokenizer is WordTokenizer && (IsFormat(text, i) || IsLeftOut(tokenizer, text[i])));
                    Assert.True(held[i] || isSkipped, $"U+{(int)text[i]:X4} at {i}");
                }
            }
        });

    [Fact]
    public void Tokens_OfATextAreThoseOfItsPartsBetweenSpaces() =>
        Gen.Select(_texts, _texts).Sample((one, other) =>
        {
            foreach (ITokenizer tokenizer in _tokenizers)
            {
                string[] words = [.. Tokenized.Words(tokenizer, one), .. Tokenized.Words(tokenizer, other)];
                Assert.Equal(words, Tokenized.Words(tokenizer, one + " " + other));
            }
        });

    [Fact]
    public void Words_OfAsciiAreTheSameOnTheFastAndTheGeneralPath() =>
        Gen.Char["ab'Z9!- ."].Array[0, 20].Select(chars => new string(chars)).Sample(text =>
        {
            // a letter that isn't ASCII in place of one that is sends every word that has it down the general path
            string[] general = Tokenized.Words(
                WordTokenizer.Default, text.Replace('a', '\u00E4').Replace('b', '\u00F6').Replace('9', '\u0669'));
            Assert.Equal(
                general.Select(word => word.Replace('\u00E4', 'a').Replace('\u00F6', 'b').Replace('\u0669', '9')),
                Tokenized.Words(WordTokenizer.Default, text));
        });

    [Fact]
    public void Words_DoNotDependOnTheCulture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Assert.Equal(["title", "istanbul", "i"], Tokenized.Words(WordTokenizer.Default, "TITLE Istanbul \u0131"));
            Assert.Equal(["\u00EFi"], Tokenized.Words(WordTokenizer.Default, "\u00CFI"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Normalized(ITokenizer tokenizer, string slice)
    {
        if (tokenizer is not WordTokenizer words)
            return slice;
        if (slice.Length == 1 && char.IsSurrogate(slice[0]))
            return "\uFFFD";
        string normalized = words.Options.LowerCase ? slice.ToLowerInvariant() : slice;
        UnicodeCategory first = CharUnicodeInfo.GetUnicodeCategory(slice, 0);
        if (first > UnicodeCategory.OtherNumber) // a word begins with a letter, mark or number, and these categories come first
            return normalized;
        return string.Concat(normalized.Replace('\u2019', '\'').EnumerateRunes()
            .Where(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format).Select(rune => rune.ToString()));
    }

    private static bool IsLeftOut(ITokenizer tokenizer, char character) => Tokenized.Words(tokenizer, character.ToString()).Length == 0;

    private static bool IsFormat(string text, int at)
    {
        bool isSecondHalf = at > 0 && char.IsSurrogatePair(text[at - 1], text[at]);
        return CharUnicodeInfo.GetUnicodeCategory(text, isSecondHalf ? at - 1 : at) == UnicodeCategory.Format;
    }
}

using CsCheck;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>The ids of a text's words and sub-words, found by a look at each token, and with the sub-words of known words remembered.</summary>
public class TextEncoderTests
{
    private static readonly string[] _texts = ["the cards are lost", "a card, discarded! \u00C5ngstr\u00F6m's \u043A\u043E\u0448\u043A\u0430 \u6771\u4EAC", "carefully lost lost"];

    private static readonly string[] _known =
        ["cards", "CARD", "lost", "carefull", "discard", "\u00E5ngstr\u00F6m", "\u043A\u043E\u0448\u043A\u0438", "\u6771\u4EAC\u90FD", "!", ",", "x", "the"];

    private static readonly Gen<string> _words = Gen.OneOf(
        Gen.Int[0, _known.Length - 1].Select(word => _known[word]),
        Gen.String[Gen.Char["acdrste\u00E5\u043A~<>'"], 0, 9]);

    [Theory]
    [InlineData(UnknownWords.Skip, 2)]
    [InlineData(UnknownWords.Skip, 4)]
    [InlineData(UnknownWords.OneId, 3)]
    public void RememberedSubwords_AreThoseOfTheTokens(UnknownWords unknown, int length)
    {
        var tokenizer = new SubwordTokenizer(length);
        var all = Vocabulary.Build(_texts, tokenizer);
        var vocabulary = Vocabulary.FromWords(all.Words.Where((_, word) => word % 5 != 3), unknown);
        var encoder = new TextEncoder(tokenizer, vocabulary);
        _words.Array[0, 12].Select(words => string.Join(' ', words)).Sample(text =>
        {
            var expected = new EncodedText();
            var found = new EncodedText();
            encoder.EncodeTokens(text, expected);
            encoder.Encode(text, found);
            Assert.Equal(expected.WordIds.ToArray(), found.WordIds.ToArray());
            Assert.Equal((expected.Words, expected.KnownWords), (found.Words, found.KnownWords));
        });
    }

    [Fact]
    public void WordsWithoutSubwords_AreEncodedTokenByToken()
    {
        var encoder = new TextEncoder(WhitespaceTokenizer.Default, Vocabulary.FromWords(["~abc", "b"]));
        var encoded = new EncodedText();

        encoder.Encode("b ~abc ~abcd c", encoded);

        Assert.Equal([1, 0], encoded.WordIds.ToArray());
        Assert.Equal((4, 2), (encoded.Words, encoded.KnownWords));
        Assert.Equal(new Token(2, 4), encoded.TokenOf(1));
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(0, 4)]
    [InlineData(int.MaxValue, 0)]
    public void ATokenBeyondTheText_IsRefused(int start, int length)
    {
        var encoder = new TextEncoder(new GivenTokens([new Token(start, length)]), Vocabulary.FromWords(["w"]));
        Assert.Equal(
            $"GivenTokens gave a token of {length} characters from {start} on, in a text of 3",
            Assert.Throws<InvalidOperationException>(() => encoder.Encode("abc", new EncodedText())).Message);
    }

    [Fact]
    public void ATokenAtTheEndOfTheText_IsAWord()
    {
        var encoded = new EncodedText();
        new TextEncoder(new GivenTokens([new Token(0, 3), new Token(3, 0)]), Vocabulary.FromWords(["w"])).Encode("abc", encoded);
        Assert.Equal([0, 0], encoded.WordIds.ToArray());
    }

    [Fact]
    public void ARepeatedText_AllocatesNothing()
    {
        var tokenizer = new SubwordTokenizer();
        var encoder = new TextEncoder(tokenizer, Vocabulary.Build(_texts, tokenizer));
        var encoded = new EncodedText();
        encoder.Encode(_texts[0], encoded);
        long before = GC.GetAllocatedBytesForCurrentThread();

        for (int time = 0; time < 100; time++)
            encoder.Encode(_texts[0], encoded);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    /// <summary>A tokenizer of somebody else, which always gives the same tokens.</summary>
    private sealed class GivenTokens(Token[] given) : ITokenizer
    {
        public void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens)
        {
            foreach (Token token in given)
                tokens.Add(token, "w");
        }
    }
}

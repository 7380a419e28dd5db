using CsCheck;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>The tokenizer finds the tokens and words of its slow twin.</summary>
public class PlainWordsTests
{
    private const int Samples = 20_000;

    private static readonly Gen<string> _texts =
        Gen.Int[0, PlainWords.Characters.Length - 1].Select(at => PlainWords.Characters[at]).Array[0, 24].Select(string.Concat);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TokensAndWords_AreThoseOfTheSlowTwin(bool lowerCase)
    {
        var tokenizer = new WordTokenizer(new WordTokenizerOptions { LowerCase = lowerCase });
        _texts.Sample(text => Assert.Equal(PlainWords.Of(text, lowerCase), Found(tokenizer, text)), iter: Samples);
    }

    [Fact]
    public void TheSlowTwin_IsRightByHand()
    {
        Assert.Equal([(0, 4, "b'eé"), (4, 1, "'")], PlainWords.Of("B’eÉ'", lowerCase: true));
        Assert.Equal([(1, 3, "be"), (5, 2, "!!"), (7, 1, "."), (8, 2, "$\u0301"), (10, 1, "中"), (11, 1, "q")], PlainWords.Of(" B\u00ADe !!.$\u0301中q", lowerCase: true));
    }

    private static (int Start, int Length, string Word)[] Found(WordTokenizer tokenizer, string text) =>
        [.. Tokenized.Tokens(tokenizer, text).Zip(Tokenized.Words(tokenizer, text), (token, word) => (token.Start, token.Length, word))];
}

using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class WhitespaceTokenizerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\n", "")]
    [InlineData("It 's GREAT , isn\u2019t it ?", "It|'s|GREAT|,|isn\u2019t|it|?")]
    [InlineData("\u00A0a\u2003b\u0085c\u200Bd ", "a|b|c\u200Bd")]
    public void Tokenize_SplitsAtWhiteSpaceOnly(string text, string words) =>
        Assert.Equal(words, string.Join('|', Tokenized.Words(WhitespaceTokenizer.Default, text)));

    [Fact]
    public void Tokenize_GivesTheOffsets() =>
        Assert.Equal([new Token(1, 2), new Token(5, 1)], Tokenized.Tokens(WhitespaceTokenizer.Default, " ab  c"));

    [Fact]
    public void Tokenize_RefusesNoBuffer() => Assert.Throws<ArgumentNullException>(() => WhitespaceTokenizer.Default.Tokenize("a", null!));
}

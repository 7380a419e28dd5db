using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>What the second version of the rules changed, by the first one, which models of version 0.1 keep.</summary>
public class FirstWordRulesTests
{
    private static readonly WordTokenizer _first = new(new WordTokenizerOptions { RulesVersion = 1 });

    [Theory]
    [InlineData("caf\u00E9 CAFE\u0301", "caf\u00E9|cafe\u0301")]
    [InlineData("\u0131y\u0131 IYI", "\u0131y\u0131|iyi")]
    [InlineData("\u0643\u064E\u062A\u0640\u0628", "\u0643\u064E\u062A\u0640\u0628")]
    [InlineData("\u2764\uFE0F \u304B\u3099 \u845B\U000E0100", "\u2764\uFE0F|\u304B\u3099|\u845B\U000E0100")]
    [InlineData("\uFF27\uFF4F \uFF01! don\u02BCt \uFF76\uFF9E", "\uFF47\uFF4F|\uFF01|!|don\u02BCt|\uFF76|\uFF9E")]
    [InlineData("\u0E14\u0E35\u0E21\u0E32\u0E01", "\u0E14\u0E35\u0E21\u0E32\u0E01")]
    [InlineData("\u1019\u103C\u1014\u103A\u1019\u102C", "\u1019\u103C\u1014\u103A\u1019\u102C")]
    [InlineData("\u039F\u0394\u039F\u03A3 Don\u2019t co\u00ADop", "\u03BF\u03B4\u03BF\u03C3|don't|coop")]
    [InlineData("\u0640 \u0958", "\u0640|\u0958")]
    public void Words_AreThoseOfVersion01(string text, string words) => Assert.Equal(words, string.Join('|', Tokenized.Words(_first, text)));

    [Fact]
    public void Subwords_FollowTheirWords() => Assert.Equal(
        ["cafe\u0301", "~<caf", "~cafe", "~afe\u0301", "~fe\u0301>"],
        Tokenized.Words(new SubwordTokenizer(4, new WordTokenizerOptions { RulesVersion = 1 }), "cafe\u0301"));
}

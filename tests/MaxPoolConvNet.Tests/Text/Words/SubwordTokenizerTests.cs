using CsCheck;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class SubwordTokenizerTests
{
    [Theory]
    [InlineData(4, "", "")]
    [InlineData(4, "My CARDS!", "my|cards|!|~<car|~card|~ards|~rds>")]
    [InlineData(4, "of the", "of|the|~<the|~the>")]
    [InlineData(4, "... 2026", "...|2026|~<202|~2026|~026>")]
    [InlineData(3, "don\u2019t", "don't|~<do|~don|~on'|~n't|~'t>")]
    [InlineData(2, "a bc", "a|bc|~<a|~a>|~<b|~bc|~c>")]
    [InlineData(10, "abcdefgh abcdefghi", "abcdefgh|abcdefghi|~<abcdefghi|~abcdefghi>")]
    [InlineData(4, "\U0001F389\U0001F389\U0001F389\U0001F389 \u6211\u5F88\u597D", "\U0001F389|\U0001F389|\U0001F389|\U0001F389|\u6211|\u5F88|\u597D")]
    public void Tokenize_GivesWordsAndThenTheirPieces(int length, string text, string words) =>
        Assert.Equal(words, string.Join('|', Tokenized.Words(new SubwordTokenizer(length), text)));

    [Fact]
    public void Tokenize_NeverCutsACharacterInTwo() =>
        Assert.Equal(
            ["\U00010428\U00010429a", "~<\U00010428\U00010429", "~\U00010428\U00010429a", "~\U00010429a>"],
            Tokenized.Words(new SubwordTokenizer(3), "\U00010400\U00010401a"));

    [Fact]
    public void Tokenize_KeepsCaseWhereItIsAsked() =>
        Assert.Equal(["Abc", "~<Abc", "~Abc>"], Tokenized.Words(new SubwordTokenizer(4, new WordTokenizerOptions { LowerCase = false }), "Abc"));

    [Fact]
    public void Tokens_StandWhereTheirCharactersStand()
    {
        Assert.Equal(
            [new Token(3, 5), new Token(3, 3), new Token(3, 4), new Token(4, 4), new Token(5, 3)],
            Tokenized.Tokens(new SubwordTokenizer(), "\u2026  Cards")[1..]);

        // the soft hyphen isn't part of the word
        Assert.Equal([new Token(1, 4), new Token(1, 4), new Token(1, 4)], Tokenized.Tokens(new SubwordTokenizer(), " ca\u00ADr"));
    }

    [Fact]
    public void Tokens_BeginWithThoseOfTheWordTokenizer_AndTheOthersLieWithinThem() =>
        Gen.Char["ab'Z9! \u00E4\u00AD\U00010400"].Array[0, 40].Select(chars => new string(chars)).Sample(text =>
        {
            Token[] words = Tokenized.Tokens(WordTokenizer.Default, text);
            Token[] tokens = Tokenized.Tokens(new SubwordTokenizer(3), text);
            Assert.Equal(words, tokens[..words.Length]);
            Assert.All(tokens[words.Length..], token => Assert.Contains(words, word => word.Start <= token.Start && token.Start + token.Length <= word.Start + word.Length && token.Length > 0));
        });

    [Fact]
    public void Tokenize_TakesAWordOfAnyLength()
    {
        string[] words = Tokenized.Words(new SubwordTokenizer(), new string('x', 100_000));
        Assert.Equal(1 + 100_002 - 4 + 1, words.Length);
        Assert.Equal("~xxx>", words[^1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    public void Constructor_RefusesALengthOutOfItsRange(int length) =>
        Assert.Contains("from 2 to 10", Assert.Throws<ArgumentOutOfRangeException>(() => new SubwordTokenizer(length)).Message, StringComparison.Ordinal);

    [Fact]
    public void Tokenize_RefusesNoBuffer() => Assert.Throws<ArgumentNullException>(() => new SubwordTokenizer().Tokenize("a", null!));
}

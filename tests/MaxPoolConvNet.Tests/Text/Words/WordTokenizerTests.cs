using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class WordTokenizerTests
{
    private const string Astronaut = "\U0001F469\U0001F3FD\u200D\U0001F680"; // woman, skin tone, joiner, rocket
    private const string Flag = "\U0001F1E9\U0001F1EA";
    private const string Scotland = "\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F";
    private const string Heart = "\u2764\uFE0F";

    [Theory]
    [InlineData("", "")]
    [InlineData(" \t\r\n\u00A0\u3000", "")]
    [InlineData("The film is GOOD", "the|film|is|good")]
    [InlineData("R2D2 scored 1,000.50", "r2d2|scored|1|,|000|.|50")]
    [InlineData("well-known", "well|-|known")]
    [InlineData("na\u00EFve \u00C9T\u00C9 e\u0301", "na\u00EFve|\u00E9t\u00E9|\u00E9")]
    [InlineData("\u041F\u0420\u0418\u0412\u0415\u0422", "\u043F\u0440\u0438\u0432\u0435\u0442")]
    [InlineData("x\u00B2", "x\u00B2")]
    [InlineData("\u0928\u092E\u0938\u094D\u0924\u0947", "\u0928\u092E\u0938\u094D\u0924\u0947")] // vowel signs are marks
    public void Tokenize_MakesWordsOfLettersDigitsAndMarks(string text, string words) => AssertWords(words, text);

    [Theory]
    [InlineData("\u1950")]
    [InlineData("\u1A20")]
    [InlineData("\uA9E0")]
    [InlineData("\uAA60")]
    [InlineData("\U00011700")]
    public void Tokenize_TakesTheFirstLettersOfScriptsWithoutSpacesApart(string letter) => AssertWords($"{letter}|{letter}", letter + letter);

    [Theory]
    [InlineData("Don't don\u2019t", "don't|don't")]
    [InlineData("rock'n'roll", "rock'n'roll")]
    [InlineData("'quoted' dogs'", "'|quoted|'|dogs|'")]
    [InlineData("a''b a'\u2019b", "a|''|b|a|'|\u2019|b")]
    [InlineData("l'\u00E9t\u00E9 \u00E9'e", "l'\u00E9t\u00E9|\u00E9'e")]
    [InlineData("it'\u4E2D", "it|'|\u4E2D")]
    [InlineData("a\U00010100\U00010100 b", "a|\U00010100\U00010100|b")] // a mark of two code units
    public void Tokenize_KeepsApostrophesInsideWords(string text, string words) => AssertWords(words, text);

    [Theory]
    [InlineData("What?! No!!! Hm...", "what|?|!|no|!!!|hm|...")]
    [InlineData("(\"so\")", "(|\"|so|\"|)")]
    [InlineData("$5 a+=b <<x>>", "$|5|a|+|=|b|<|<|x|>|>")]
    [InlineData("wait\u2026\u2026 \u00ABoui\u00BB", "wait|\u2026\u2026|\u00AB|oui|\u00BB")]
    [InlineData("snake_case__", "snake|_|case|__")]
    [InlineData("a\u0001b", "a|\u0001|b")]
    public void Tokenize_MakesOneTokenOfARunOfOnePunctuationMark(string text, string words) => AssertWords(words, text);

    [Theory]
    [InlineData("so\U0001F600\U0001F600!", "so|\U0001F600|\U0001F600|!")]
    [InlineData(Astronaut + Flag + Flag + Scotland, Astronaut + "|" + Flag + "|" + Flag + "|" + Scotland)]
    [InlineData("I " + Heart + "you" + Heart, "i|\u2764|you|\u2764")]
    [InlineData("#\uFE0F\u20E3 1\uFE0F\u20E3 \u203C\uFE0F", "#\u20E3|1\u20E3|\u203C")]
    [InlineData("\U0001F600\u200D!", "\U0001F600|!")]
    public void Tokenize_KeepsEmojiWhole(string text, string words) => AssertWords(words, text);

    [Theory]
    [InlineData("\u6211\u5F88good\u3002", "\u6211|\u5F88|good|\u3002")]
    [InlineData("\u30B3\u30FC\u30D2\u30FC\u3092", "\u30B3|\u30FC|\u30D2|\u30FC|\u3092")]
    [InlineData("\u304B\u3099\U00020BB7", "\u304C|\U00020BB7")]
    [InlineData("\uD55C\uAD6D\uC5B4 \uC88B\uC544", "\uD55C\uAD6D\uC5B4|\uC88B\uC544")] // Korean writes spaces
    public void Tokenize_SplitsHanAndKanaByCharacter(string text, string words) => AssertWords(words, text);

    [Theory]
    [InlineData("co\u00ADoperate", "cooperate")]
    [InlineData("\u200E\uFEFFab\u200F \u200D", "ab")]
    [InlineData("a\u200Bb", "a|b")]
    [InlineData("!\u200D!", "!|!")]
    public void Tokenize_SkipsFormatCharacters(string text, string words) => AssertWords(words, text);

    [Fact]
    public void Tokenize_MakesATokenOfALoneSurrogate()
    {
        // built here: test names can't carry half a pair
        string text = "a" + '\uD83D' + "b" + '\uDE00' + '\uDE00' + '\uD83D';
        AssertWords("a|\uFFFD|b|\uFFFD|\uFFFD|\uFFFD", text);
        Assert.Equal(Enumerable.Range(0, 6).Select(i => new Token(i, 1)), Tokenized.Tokens(WordTokenizer.Default, text));
    }

    [Fact]
    public void Tokenize_GivesOffsetsIntoTheOriginalText() =>
        Assert.Equal(
            [new Token(1, 5), new Token(6, 3), new Token(10, 7), new Token(17, 2)],
            Tokenized.Tokens(WordTokenizer.Default, "\u200ADon\u2019t... co\u00ADoper\U0001F600"));

    [Fact]
    public void Tokenize_LeavesTheCaseWhereAskedTo() =>
        Assert.Equal(
            ["The", "\u00C9T\u00C9", "Don't"],
            Tokenized.Words(new WordTokenizer(new WordTokenizerOptions { LowerCase = false }), "The \u00C9T\u00C9 Don\u2019t"));

    [Fact]
    public void Tokenize_AppendsToWhatIsThere()
    {
        TokenBuffer tokens = new();
        WordTokenizer.Default.Tokenize("one", tokens);
        WordTokenizer.Default.Tokenize("two \u00FC", tokens);
        Assert.Equal(["one", "two", "\u00FC"], Enumerable.Range(0, tokens.Count).Select(i => tokens.Word(i).ToString()));
    }

    [Fact]
    public void Tokenize_RefusesNoBuffer() => Assert.Throws<ArgumentNullException>(() => WordTokenizer.Default.Tokenize("a", null!));

    [Fact]
    public void Options_AreTheDefaultsWhereNoneAreGiven()
    {
        Assert.True(new WordTokenizer().Options.LowerCase);
        Assert.Equal(new WordTokenizerOptions(), WordTokenizer.Default.Options);
    }

    [Fact]
    public void Options_AreCopied()
    {
        WordTokenizerOptions options = new() { RulesVersion = 1 };
        WordTokenizer tokenizer = new(options);
        options.RulesVersion = 2;
        tokenizer.Options.RulesVersion = 2;
        Assert.Equal(1, tokenizer.Options.RulesVersion);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Constructor_RefusesRulesThatThereAreNot(int version) => Assert.Contains(
        "from 1 to 2",
        Assert.Throws<ArgumentOutOfRangeException>(() => new WordTokenizer(new WordTokenizerOptions { RulesVersion = version })).Message,
        StringComparison.Ordinal);

    private static void AssertWords(string words, string text) =>
        Assert.Equal(words, string.Join('|', Tokenized.Words(WordTokenizer.Default, text)));
}

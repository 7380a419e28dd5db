using CsCheck;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class VocabularyTests
{
    private static readonly string[] _texts = ["b a c a", "d a b \u00E9 Z"];

    private static readonly string[] _counted = ["one two", "two three", "three one four", "five", ""];

    [Fact]
    public void Build_OrdersByFallingCountThenOrdinally()
    {
        Vocabulary vocabulary = Build(new());
        Assert.Equal(["a", "b", "Z", "c", "d", "\u00E9"], vocabulary.Words);
        Assert.Equal(6, vocabulary.Count);
        Assert.Null(vocabulary.UnknownId);
        Assert.Equal(UnknownWords.Skip, vocabulary.UnknownWords);
    }

    [Fact]
    public void Build_GivesTheSameForTheTextsInAnyOrder() =>
        Gen.Shuffle(_counted).Sample(texts =>
            Assert.Equal(
                ["one", "three", "two", "five", "four"],
                Vocabulary.Build(texts, WhitespaceTokenizer.Default).Words));

    [Fact]
    public void Build_LeavesRareWordsOutOfVeryMany()
    {
        // 20,000 words once, 15,000 twice, 16,000 four times
        IEnumerable<string> texts = Enumerable.Range(0, 51_000)
            .Select(word => string.Join(' ', Enumerable.Repeat($"w{word}", word < 20_000 ? 1 : word < 35_000 ? 2 : 4)));

        Assert.Equal(20_000, Vocabulary.Build(texts.Take(20_000), new WhitespaceTokenizer()).Count);
        Assert.Equal(15_000, Vocabulary.Build(texts.Take(35_000), new WhitespaceTokenizer()).Count);
        Assert.Equal(16_000, Vocabulary.Build(texts, new WhitespaceTokenizer()).Count);
        Assert.Equal(51_000, Vocabulary.Build(texts, new WhitespaceTokenizer(), new VocabularyOptions { MinimumCount = 1 }).Count);
    }

    [Fact]
    public void Build_LeavesOutSubwordsThatOccurTooOften()
    {
        var subwords = new SubwordTokenizer();
        string[] texts = ["often", .. Enumerable.Repeat("often limit", 400)];

        var vocabulary = Vocabulary.Build(texts, subwords);

        Assert.Equal(["often", "limit", "~<lim", "~imit", "~limi", "~mit>"], vocabulary.Words);
        // once in 50 texts is not too often
        Assert.DoesNotContain("~ften", Vocabulary.Build([.. texts, .. Enumerable.Repeat("", (49 * 401) - 1)], subwords).Words);
        Assert.Contains("~ften", Vocabulary.Build([.. texts, .. Enumerable.Repeat("", 49 * 401)], subwords).Words);
        Assert.Contains("~ften", Vocabulary.Build(texts, subwords, new VocabularyOptions { UnknownWords = UnknownWords.OneId }).Words);
        Assert.Equal(["~ften"], Vocabulary.Build(Enumerable.Repeat("~ften", 401), WhitespaceTokenizer.Default).Words);
        Assert.Equal(["~"], Vocabulary.Build(Enumerable.Repeat("~~", 401), subwords).Words);
    }

    [Theory]
    [InlineData(1_000, 1_000, 1, 1, 2_000)]
    [InlineData(1_001, 1_000, 2, 1, 2_000)]
    [InlineData(3_000, 1_500, 5, 4, 3_000)]
    public void Build_LeavesOutRareSubwordsOfVeryMany(int words, int more, int often, int seldom, int expected)
    {
        // a word of three letters has two sub-words, which no other has
        IEnumerable<string> texts = Enumerable.Range(0, words).SelectMany(word => Enumerable.Repeat(
            $"{(char)('a' + (word / 676))}{(char)('a' + (word / 26 % 26))}{(char)('a' + (word % 26))}", word < more ? often : seldom));

        Vocabulary vocabulary = Vocabulary.Build(texts, new SubwordTokenizer());

        Assert.Equal(expected, vocabulary.Words.Count(word => word[0] == '~'));
        Assert.Equal(words + expected, vocabulary.Count);
    }

    [Fact]
    public void Build_LeavesOutRareWords() => Assert.Equal(["a", "b"], Build(new() { MinimumCount = 2 }).Words);

    [Fact]
    public void Build_TakesTheMostFrequentWords()
    {
        Assert.Equal(["a", "b", "Z"], Build(new() { MaximumSize = 3 }).Words);
        Assert.Equal(["a", "b", "Z", "<unk>"], Build(new() { MaximumSize = 3, UnknownWords = UnknownWords.OneId }).Words);
    }

    [Fact]
    public void Build_GivesUnknownWordsTheLastId()
    {
        Vocabulary vocabulary = Build(new() { MinimumCount = 2, UnknownWords = UnknownWords.OneId });
        Assert.Equal(3, vocabulary.Count);
        Assert.Equal(2, vocabulary.UnknownId);
        Assert.Equal(2, vocabulary.GetId("c"));
        Assert.Equal(0, vocabulary.GetId("a"));
        Assert.False(vocabulary.TryGetId("c", out _));
    }

    [Theory]
    [InlineData(UnknownWords.Skip, new[] { "<unk>", "a" }, 0)]
    [InlineData(UnknownWords.OneId, new[] { "a", "<unk>" }, 1)]
    public void Build_TakesTheUnknownWordInTheTexts(UnknownWords unknownWords, string[] words, int id)
    {
        Vocabulary vocabulary = Vocabulary.Build(["<unk> a <unk>"], WhitespaceTokenizer.Default, new() { UnknownWords = unknownWords });
        Assert.Equal(words, vocabulary.Words);
        Assert.Equal(id, vocabulary.GetId("<unk>"));
    }

    [Fact]
    public void Build_OfNoWordsIsEmpty()
    {
        Assert.Equal(0, Vocabulary.Build([], WhitespaceTokenizer.Default).Count);
        Assert.Equal(["<unk>"], Vocabulary.Build(["", " "], WhitespaceTokenizer.Default, new() { UnknownWords = UnknownWords.OneId }).Words);
    }

    [Fact]
    public void Build_ChecksItsArguments()
    {
        Assert.Throws<ArgumentNullException>(() => Vocabulary.Build(null!, WhitespaceTokenizer.Default));
        Assert.Throws<ArgumentNullException>(() => Vocabulary.Build(_texts, null!));
        Assert.Throws<ArgumentOutOfRangeException>("MinimumCount", () => Build(new() { MinimumCount = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("MaximumSize", () => Build(new() { MaximumSize = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("UnknownWords", () => Build(new() { UnknownWords = (UnknownWords)2 }));
        ArgumentException error = Assert.Throws<ArgumentException>(() => Vocabulary.Build(["a", null!], WhitespaceTokenizer.Default));
        Assert.StartsWith("Text 1 is null.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FromWords_ChecksItsArguments()
    {
        Assert.Throws<ArgumentNullException>("words", () => Vocabulary.FromWords(null!));
        Assert.Throws<ArgumentOutOfRangeException>("unknownWords", () => Vocabulary.FromWords(["a"], (UnknownWords)7));
    }

    [Fact]
    public void FromWords_KeepsTheOrder()
    {
        Vocabulary vocabulary = Vocabulary.FromWords(["b", "a"]);
        Assert.Equal(["b", "a"], vocabulary.Words);
        Assert.Equal("a", vocabulary[1]);
        Assert.Equal(-1, vocabulary.GetId("c"));
        Assert.Equal(["b", "a", "<unk>"], Vocabulary.FromWords(["b", "a"], UnknownWords.OneId).Words);
    }

    [Theory]
    [InlineData(UnknownWords.Skip)]
    [InlineData(UnknownWords.OneId)]
    public void FromWords_GivesTheSameVocabularyAgain(UnknownWords unknownWords)
    {
        Vocabulary vocabulary = Build(new() { UnknownWords = unknownWords });
        Vocabulary again = Vocabulary.FromWords(vocabulary.Words, unknownWords);
        Assert.Equal(vocabulary.Words, again.Words);
        Assert.Equal(vocabulary.UnknownId, again.UnknownId);
    }

    [Theory]
    [InlineData(new[] { "a", "" }, "Word 1 is empty.")]
    [InlineData(new[] { "a", null }, "Word 1 is null.")]
    [InlineData(new[] { "a", "b", "a" }, "Word 2, \"a\", is word 0 already.")]
    [InlineData(new[] { "a", "<unk>", "b" }, "Word 1 of 3 is \"<unk>\", which has to be the last or left out.")]
    public void FromWords_NamesTheWrongWord(string?[] words, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(nameof(words), () => Vocabulary.FromWords(words!, UnknownWords.OneId));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_LeadToTheirWordsAndBack()
    {
        Vocabulary vocabulary = Build(new() { UnknownWords = UnknownWords.OneId });
        for (int id = 0; id < vocabulary.Count; id++)
        {
            Assert.True(vocabulary.TryGetId(vocabulary[id], out int found));
            Assert.Equal(id, found);
        }
    }

    [Fact]
    public void Indexer_RefusesOtherIds()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Build(new())[6]);
        Assert.Throws<ArgumentOutOfRangeException>(() => Build(new())[-1]);
    }

    [Fact]
    public void Words_CannotBeChanged()
    {
        Vocabulary vocabulary = Build(new());
        Assert.Throws<NotSupportedException>(() => ((IList<string>)vocabulary.Words)[0] = "x");
    }

    [Fact]
    public void GetId_AllocatesNothing()
    {
        Vocabulary vocabulary = Build(new());
        _ = vocabulary.GetId("a") + vocabulary.GetId("zz");
        long before = GC.GetAllocatedBytesForCurrentThread();
        int sum = 0;
        for (int i = 0; i < 1000; i++)
            sum += vocabulary.GetId("a") + vocabulary.GetId("zz");
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(-1000, sum);
    }

    private static Vocabulary Build(VocabularyOptions options) => Vocabulary.Build(_texts, WhitespaceTokenizer.Default, options);
}

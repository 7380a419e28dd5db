using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class WordCountsTests
{
    [Fact]
    public void WrittenCounts_AreAddedWhereTheyAreRead()
    {
        using var stream = new MemoryStream();
        Counts("b b a", "c").Write(stream);
        stream.Position = 0;
        WordCounts counts = Counts("a a a a", "d");

        counts.Read(stream);

        Assert.Equal(["a", "b", "c", "d"], counts.MostFrequent(1, null));
        Assert.Equal(["a"], counts.MostFrequent(5, null));
        Assert.Equal(["a", "b"], counts.MostFrequent(2, null));
        Assert.Equal(Bytes(Counts("a a a a", "d", "b b a", "c")).Length, Bytes(counts).Length);
        Assert.Equal(4, BitConverter.ToInt64(Bytes(counts)));
    }

    [Fact]
    public void OtherCounts_AreAdded()
    {
        WordCounts counts = Counts("a b b");

        counts.Add(Counts("a a", "c"));

        Assert.Equal(["a", "b", "c"], counts.MostFrequent(1, null));
        Assert.Equal(["a"], counts.MostFrequent(3, null));
        Assert.Equal(3, BitConverter.ToInt64(Bytes(counts)));
    }

    [Fact]
    public void MostFrequent_LeavesOutAWord() => Assert.Equal(["b"], Counts("a a b").MostFrequent(1, "a"));

    [Fact]
    public void SubwordsOfMostTexts_AreRemoved()
    {
        // "cats" has the sub-words "cats", marked as the whole word and its parts; 401 occurrences are too many, 400 are not
        Assert.NotEmpty(Subwords(400));
        Assert.Empty(Subwords(401));

        // of 20,051 texts or more, one in 50 may have a sub-word
        Assert.NotEmpty(Subwords(401, others: 20_051 - 401));
        Assert.Empty(Subwords(402, others: 20_051 - 402));
    }

    private static string[] Subwords(int times, int others = 0)
    {
        var counts = new WordCounts();
        for (int text = 0; text < times + others; text++)
            counts.Add(text < times ? "cats" : "", new SubwordTokenizer());
        counts.RemoveUselessSubwords();
        return [.. counts.MostFrequent(1, null).Where(word => SubwordTokenizer.IsSubword(word))];
    }

    private static WordCounts Counts(params string[] texts)
    {
        var counts = new WordCounts();
        foreach (string text in texts)
            counts.Add(text, new WordTokenizer());
        return counts;
    }

    private static byte[] Bytes(WordCounts counts)
    {
        using var stream = new MemoryStream();
        counts.Write(stream);
        return stream.ToArray();
    }
}

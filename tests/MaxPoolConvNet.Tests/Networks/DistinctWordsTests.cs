using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>Distinct words are numbered in the order in which they first occur.</summary>
public class DistinctWordsTests
{
    [Fact]
    public void Texts_AreNumberedOneAfterTheOther()
    {
        var words = new DistinctWords(10);
        Assert.Equal([0, 1, 0, 2], Add(words, 7, 3, 7, 0));
        Assert.Equal([3, 1], Add(words, 9, 3));
        Assert.Equal([7, 3, 0, 9], words.Words.ToArray());
        words.Clear();
        Assert.Equal(0, words.Count);
        Assert.Equal([0, 1], Add(words, 9, 7));
        Assert.Equal([9, 7], words.Words.ToArray());
    }

    [Fact]
    public void ManyWords_AreKept()
    {
        int[] ids = [.. Enumerable.Range(0, 1_000).Select(id => 999 - id)];
        var words = new DistinctWords(1_000);
        Assert.Equal(Enumerable.Range(0, 1_000), Add(words, ids));
        Assert.Equal(ids, words.Words.ToArray());
    }

    private static int[] Add(DistinctWords words, params int[] ids)
    {
        int[] numbers = new int[ids.Length];
        words.Add(ids, numbers);
        return numbers;
    }
}

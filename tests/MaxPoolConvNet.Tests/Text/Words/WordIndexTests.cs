using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

public class WordIndexTests
{
    [Fact]
    public void GetId_FindsWhatWasAdded_AndNothingElse()
    {
        string[] words = [.. Enumerable.Range(0, 50_000).Select(number => Convert.ToString(number, 2 + (number % 2 * 6)) + "abcdefghijkl"[..(number % 12)]).Distinct()];
        var index = new WordIndex(words.Length);
        for (int id = 0; id < words.Length; id++)
            Assert.True(index.TryAdd(words[id], id));

        for (int id = 0; id < words.Length; id++)
        {
            Assert.False(index.TryAdd(words[id], 0));
            Assert.Equal(id, index.GetId(words[id]));
            Assert.Equal(-1, index.GetId(words[id] + "\0"));
        }

        Assert.Equal(-1, index.GetId(""));
    }

    [Theory]
    [InlineData("", "\0")]
    [InlineData("a", "a\0")]
    [InlineData("abcd", "abcd\0")]
    [InlineData("abcdabcd", "abcd")]
    [InlineData("abcde", "abcdf")]
    [InlineData("é", "e\u0301")]
    public void GetId_TellsWordsApart(string one, string other)
    {
        var index = new WordIndex(1);
        if (one.Length > 0) Assert.True(index.TryAdd(one, 3));

        Assert.Equal(one.Length > 0 ? 3 : -1, index.GetId(one));
        Assert.Equal(-1, index.GetId(other));
    }
}

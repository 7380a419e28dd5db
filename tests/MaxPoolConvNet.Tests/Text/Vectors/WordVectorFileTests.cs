using System.Globalization;
using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class WordVectorFileTests
{
    [Theory]
    [InlineData("2 3\nthe 0.5 -1 2.5e-1\ncat .25 +3 -0\n")]
    [InlineData("the 0.5 -1 2.5e-1\ncat .25 +3 -0")]
    [InlineData("2 3 \r\nthe 0.5 -1 2.5E-01 \r\n\r\ncat .25 3 -0 \r\n \r\n")]
    [InlineData("\uFEFF2\t3\nthe\t0.5\t-1\t0.25\ncat  .25  3  0\n")]
    public void Read_ReadsTextWithAndWithoutAHeader(string content)
    {
        WordVectors vectors = Parse(content);
        Assert.Equal(3, vectors.Dimension);
        Assert.Equal(["the", "cat"], vectors.Words);
        Assert.Equal([0.5f, -1, 0.25f], Vector(vectors, "the"));
        Assert.Equal([0.25f, 3, 0], Vector(vectors, "cat"));
    }

    [Fact]
    public void Read_ReadsTheFileAtThePath()
    {
        using TemporaryFile file = new("glove.txt", "the 1 2\n"u8.ToArray());
        Assert.Equal([1f, 2f], Vector(WordVectorFile.Read(file.Path), "the"));
    }

    [Fact]
    public void Read_TakesTheLastFieldsForTheNumbers()
    {
        WordVectors vectors = Parse(". . . 1 2\nat a@b.c 3 4\n5 5 6\nin 2009 by 7 8\n\u00A0x\u0085 9 10\nto nan 1 2\n");
        Assert.Equal([". . .", "at a@b.c", "5", "in 2009 by", "\u00A0x\u0085", "to nan"], vectors.Words);
        Assert.Equal([1f, 2f], Vector(vectors, ". . ."));
        Assert.Equal([7f, 8f], Vector(vectors, "in 2009 by"));
    }

    [Fact]
    public void Read_KeepsAVectorOfZeros() => Assert.Equal([0f, 0f], Vector(Parse("the 1 2\npad 0 0\n"), "pad"));

    [Theory]
    [InlineData("de-DE")]
    [InlineData("fa-IR")]
    public void Read_ReadsNumbersTheSameInEveryCulture(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal([-1.5f, 2.25f], Vector(Parse("the -1.5 2.25\n"), "the"));
            AssertError("file.vec, line 1: 0 numbers after a word, expected 1 to 100000", "the 1,5 2,25\n");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Read_KeepsOnlyTheWordsAskedFor()
    {
        WordVectorFileOptions options = new() { Words = ["cat", "unheard", ". ."] };
        WordVectors vectors = Parse("the 1 2\ncat 3 4\ndog 5 x\n. . 7 8\ndog 5 6\n", options);
        Assert.Equal(["cat", ". ."], vectors.Words);
        Assert.Equal([3f, 4f], Vector(vectors, "cat"));
        Assert.False(vectors.TryGetVector("the", out ReadOnlySpan<float> none));
        Assert.True(none.IsEmpty);
        Assert.Equal(0, Parse("the 1 2\n", new() { Words = [] }).Count);
    }

    [Fact]
    public void Read_ReadsManyBlocks()
    {
        (string Word, float[] Vector)[] entries =
            [.. Enumerable.Range(0, 5000).Select(i => ($"word{i}", Enumerable.Range(0, 30).Select(j => i + j / 8f).ToArray()))];
        byte[][] contents = [WordVectorBytes.Text(entries, header: true), WordVectorBytes.Binary(entries, lineFeeds: false)];
        foreach (byte[] content in contents)
        {
            using TricklingStream stream = new(content, 777);
            WordVectors vectors = WordVectorFile.ReadFrom(stream, "file.vec");
            Assert.All(entries, entry => Assert.Equal(entry.Vector, Vector(vectors, entry.Word)));
        }
    }

    [Theory]
    [InlineData("2 3\nthe 1 2 3\ncat 1 2\n", "file.vec, line 3: 2 numbers, expected 3 as in the header")]
    [InlineData("2 3\nthe 1 2 3\ncat 1 2 3 4\n", "file.vec, line 3: 4 numbers, expected 3 as in the header")]
    [InlineData("the 1 2 3\ncat 1 2\n", "file.vec, line 2: 2 numbers, expected 3 as in line 1")]
    [InlineData("\nthe 1 2 3\ncat 1 2 3 4 5\n", "file.vec, line 3: 5 numbers, expected 3 as in line 2")]
    [InlineData("the 1 2 3\ncat\n", "file.vec, line 2: 0 numbers, expected 3 as in line 1")]
    [InlineData("the 1 2\ncat 1 x\n", "file.vec, line 2: number 2 is \"x\", expected a finite number")]
    [InlineData("the 1 2\ncat NaN 1\n", "file.vec, line 2: number 1 is \"NaN\", expected a finite number")]
    [InlineData("the 1 -Infinity\n", "file.vec, line 1: number 2 is \"-Infinity\", expected a finite number")]
    [InlineData("the 1 2\ncat 1 1e39\n", "file.vec, line 2: number 2 is \"1e39\", expected a finite number")]
    [InlineData("the 1 2\ncat 1 1234567890123456789012345678901234567890x\n",
        "file.vec, line 2: number 2 is \"1234567890123456789012345678901234567890…\", expected a finite number")]
    [InlineData("the\n", "file.vec, line 1: 0 numbers after a word, expected 1 to 100000")]
    [InlineData("3 1\n", "file.vec, line 1: the file ends here, after 0 of the 3 vectors that its header promises")]
    [InlineData("3 0\n", "file.vec, line 1: a header of 3 words and 0 dimensions, expected 1 to 100000 dimensions")]
    [InlineData("3 100001\n", "file.vec, line 1: a header of 3 words and 100001 dimensions, expected 1 to 100000 dimensions")]
    [InlineData("0 3\n", "file.vec: no word vector in the file")]
    [InlineData("", "file.vec: no word vector in the file")]
    [InlineData("\uFEFF", "file.vec: no word vector in the file")]
    [InlineData(" \r\n\t\n", "file.vec: no word vector in the file")]
    public void Read_NamesWhatIsWrong(string content, string message) => AssertError(message, content);

    [Fact]
    public void Read_BoundsWordsAndLines()
    {
        string word = new('x', 1 << 14);
        Assert.Equal([word], Parse($"{word} 1\n").Words);
        AssertError("file.vec, line 2: a word of more than 16384 bytes, the longest that is read", $"the 1\n{word}x 1\n");
        AssertError(
            "file.vec, line 2: longer than 4194304 bytes, the longest line that is read", "the 1\n" + new string('x', (1 << 22) + 1));
    }

    [Theory]
    [InlineData("2 3\nthe 1 2 3\n")]
    [InlineData("the 1 2 3\n")]
    public void Read_NamesAnotherDimensionThanExpected(string content) => AssertError(
        "file.vec, line 1: vectors of 3 numbers, expected 300 as in WordVectorFileOptions.Dimension",
        content,
        new() { Dimension = 300 });

    [Fact]
    public void Read_RefusesInvalidArguments()
    {
        FileNotFoundException missing = Assert.Throws<FileNotFoundException>(() => WordVectorFile.Read("nowhere/file.vec"));
        Assert.Equal("There is no file nowhere/file.vec to read word vectors from.", missing.Message);
        AssertMessage<ArgumentOutOfRangeException>("Format is 9; one of ", new() { Format = (WordVectorFormat)9 });
        AssertMessage<ArgumentOutOfRangeException>("Dimension is 0; a number from 1 to 100000 was expected", new() { Dimension = 0 });
        AssertMessage<ArgumentOutOfRangeException>("Dimension is 100001; a number from 1 to 100000 was expected", new() { Dimension = 100_001 });
        AssertMessage<ArgumentException>("A word is null.", new() { Words = ["a", null!] });
        using MemoryStream closed = new();
        closed.Dispose();
        ArgumentException unreadable = Assert.Throws<ArgumentException>(() => WordVectorFile.ReadFrom(closed, "file.vec"));
        Assert.StartsWith("The stream file.vec can't be read.", unreadable.Message, StringComparison.Ordinal);
    }

    private static float[] Vector(WordVectors vectors, string word)
    {
        Assert.True(vectors.TryGetVector(word, out ReadOnlySpan<float> vector), word);
        return vector.ToArray();
    }

    private static WordVectors Parse(string content, WordVectorFileOptions? options = null) =>
        WordVectorFile.ReadFrom(new MemoryStream(Encoding.UTF8.GetBytes(content)), "file.vec", options);

    private static void AssertError(string message, string content, WordVectorFileOptions? options = null) =>
        AssertError(message, Encoding.UTF8.GetBytes(content), options);

    private static void AssertError(string message, byte[] content, WordVectorFileOptions? options = null) => Assert.Equal(
        message,
        Assert.Throws<InvalidDataException>(() => WordVectorFile.ReadFrom(new MemoryStream(content), "file.vec", options)).Message);

    private static void AssertMessage<TException>(string message, WordVectorFileOptions options)
        where TException : Exception =>
        Assert.StartsWith(message, Assert.Throws<TException>(() => Parse("the 1\n", options)).Message, StringComparison.Ordinal);
}

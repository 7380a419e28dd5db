using System.Globalization;
using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Arguments of what reads and makes word vectors, and the longest vectors.</summary>
public class WordVectorArgumentTests
{
    private const int Longest = 100_000;

    private static readonly WordVectorFileOptions _wrong = new() { Dimension = 0 };

    [Fact]
    public void AMissingArgument_IsNamed()
    {
        Assert.Throws<ArgumentNullException>("path", () => WordVectorFile.Read(null!));
        Assert.Throws<ArgumentException>("path", () => WordVectorFile.Read(""));
        Assert.Throws<ArgumentNullException>("stream", () => WordVectorFile.ReadFrom(null!, "a"));
        Assert.Throws<ArgumentException>("name", () => WordVectorFile.ReadFrom(new MemoryStream(), ""));
        Assert.Throws<ArgumentNullException>("words", () => WordVectors.FromBytes(null!, default, [1]));
        Assert.Throws<ArgumentException>("name", () => WordVectors.FromBytes(["a"], new sbyte[1], [1], name: ""));
        Assert.Throws<ArgumentNullException>("vocabulary", () => WordVectors.FromBytes(["a"], new sbyte[1], [1]).Coverage(null!));
    }

    [Fact]
    public void OptionsOfAPath_AreCheckedAndUsed()
    {
        using var file = new TemporaryFile("file.vec", "the 1 2\ncat 3 4\n"u8.ToArray());

        Assert.ThrowsAny<ArgumentException>(() => WordVectorFile.Read(file.Path, _wrong));
        Assert.Equal(["cat"], WordVectorFile.Read(file.Path, new WordVectorFileOptions { Words = ["cat"] }).Words);
        Assert.Equal(2, WordVectorFile.Read(file.Path).Count);
    }

    [Fact]
    public void VectorsFromBytes_HaveTheUsualName() => Assert.Equal("word vectors", WordVectors.FromBytes(["a"], new sbyte[1], [1]).Name);

    [Fact]
    public void TheLongestVectors_AreRead()
    {
        float[] scales = Enumerable.Repeat(0.5f, Longest).ToArray();
        string numbers = string.Join(' ', Enumerable.Range(0, Longest).Select(at => at.ToString(CultureInfo.InvariantCulture)));

        WordVectors made = WordVectors.FromBytes(["a"], Enumerable.Repeat((sbyte)3, Longest).ToArray(), scales);
        WordVectors bare = Read($"a {numbers}\nb {numbers}\n");
        WordVectors withHeader = Read($"1 {Longest}\na {numbers}\n");

        Assert.True(made.TryGetVector("a", out ReadOnlySpan<float> vector));
        Assert.Equal((Longest, 1.5f), (vector.Length, vector[^1]));
        foreach (WordVectors read in new[] { bare, withHeader })
        {
            Assert.True(read.TryGetVector("a", out vector));
            Assert.Equal((Longest, Longest - 1), (read.Dimension, vector[^1]));
        }

        Assert.Contains("expected 1 to 100000", Assert.Throws<InvalidDataException>(() => Read($"a 1 {numbers}\n")).Message, StringComparison.Ordinal);
        Assert.Contains("expected 1 to 100000", Assert.Throws<InvalidDataException>(() => Read("1 100001\na 1\n")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AWrongNumber_IsQuotedUpToALength()
    {
        const string Long = "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz0123456789";
        int shown = Enumerable.Range(1, Long.Length).Last(length => !MessageOf(Long[..length]).Contains('…'));

        Assert.Contains($"number 2 is \"{Long[..shown]}\", expected a finite number", MessageOf(Long[..shown]), StringComparison.Ordinal);
        Assert.Contains($"number 2 is \"{Long[..shown]}…\"", MessageOf(Long), StringComparison.Ordinal);

        static string MessageOf(string number) => Assert.Throws<InvalidDataException>(() => Read($"the 1 2\ncat 3 {number}\n")).Message;
    }

    private static WordVectors Read(string text) => WordVectorFile.ReadFrom(new MemoryStream(Encoding.UTF8.GetBytes(text)), "file.vec");
}

using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Vectors of a file that can't be used: skipped and counted.</summary>
public class SkippedWordVectorsTests
{
    [Fact]
    public void OfAWordThatOccursTwice_TheFirstIsKept()
    {
        WordVectors vectors = Parse("the 1 2\ncat 3 4\n\nthe 5 6\ncat 7 8\n"u8);

        Assert.Equal(["the", "cat"], vectors.Words);
        Assert.Equal([1f, 2f], Vector(vectors, "the"));
        Assert.Equal(["2 with a word that occurs again, first in line 4"], Skipped(vectors));
        Assert.Equal((4, null), (vectors.FileVectorCount, vectors.PromisedVectorCount));
    }

    [Theory]
    [InlineData("the 1 2\n 1 2\ncat 3 4\n")]
    [InlineData("the 1 2\n\t 1 2\ncat 3 4\n")]
    [InlineData("the 1 2\n  1 2\ncat 3 4\n")]
    public void ABlankWord_IsSkipped(string content)
    {
        WordVectors vectors = Parse(Encoding.UTF8.GetBytes(content));

        Assert.Equal(["the", "cat"], vectors.Words);
        Assert.Equal(["1 with a blank word, first in line 2"], Skipped(vectors));
    }

    [Fact]
    public void ABlankWordInTheFirstLine_HasTheDimension() => Assert.Equal(["the"], Parse("\t 1 2\nthe 3 4\n"u8).Words);

    [Fact]
    public void AWordBehindABlank_IsTheWord() => Assert.Equal(["the", "cat"], Parse("the 1 2\n cat 3 4\n"u8).Words);

    [Fact]
    public void AWordThatIsntUtf8_IsSkipped()
    {
        WordVectors vectors = Parse([.. "the 1 2\ncaf"u8, 0xC3, .. " 3 4\n"u8, 0xA9, .. " 3 4\ncat 5 6\n"u8]);

        Assert.Equal(["the", "cat"], vectors.Words);
        SkippedWordVectors skipped = Assert.Single(vectors.Skipped);
        Assert.Equal((WordVectorSkipReason.InvalidUtf8, 2, "line 2"), (skipped.Reason, skipped.Count, skipped.FirstPlace));
        Assert.Equal("2 with a word that isn't UTF-8, first in line 2", skipped.ToString());
    }

    [Theory]
    [InlineData("3 1\nthe 1\ncat 2\n", 3)]
    [InlineData("1 1\nthe 1\ncat 2\n", 1)]
    [InlineData("2 1\nthe 1\ncat 2\n", 2)]
    public void AnotherCountThanPromised_IsReported(string content, long promised)
    {
        WordVectors vectors = Parse(Encoding.UTF8.GetBytes(content));

        Assert.Equal(["the", "cat"], vectors.Words);
        Assert.Equal((2, promised), (vectors.FileVectorCount, vectors.PromisedVectorCount));
        Assert.Empty(vectors.Skipped);
    }

    [Theory]
    [InlineData("the 1 2\nthe 1 x\n", "file.vec, line 2: number 2 is \"x\", expected a finite number")]
    [InlineData("the 1 2\nthe 1\n", "file.vec, line 2: 1 numbers, expected 2 as in line 1")]
    [InlineData("the 1 2\n 1 x\n", "file.vec, line 2: number 2 is \"x\", expected a finite number")]
    [InlineData("the 1 2\n 1\n", "file.vec, line 2: 1 numbers, expected 2 as in line 1")]
    [InlineData("the 1 2\n 1 2 3\n", "file.vec, line 2: 3 numbers, expected 2 as in line 1")]
    public void WhatIsSkipped_HasNumbersAllTheSame(string content, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Parse(Encoding.UTF8.GetBytes(content))).Message);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void InABinaryFile_TheyAreSkippedToo(bool lineFeeds)
    {
        byte[] content = WordVectorBytes.Binary(
            [("the", [1, 2]), ("the", [3, 4]), ("", [5, 6]), ("\t", [5, 6]), ("caf#", [7, 8]), ("cat", [9, 1])], lineFeeds);
        content[content.AsSpan().IndexOf((byte)'#')] = 0xC3;

        WordVectors vectors = Parse(content);

        Assert.Equal(["the", "cat"], vectors.Words);
        Assert.Equal([1f, 2f], Vector(vectors, "the"));
        Assert.Equal([9f, 1f], Vector(vectors, "cat"));
        int step = lineFeeds ? 1 : 0;
        Assert.Equal(
            [
                $"1 with a word that occurs again, first in byte {16 + step}",
                $"2 with a blank word, first in byte {28 + (2 * step)}",
                $"1 with a word that isn't UTF-8, first in byte {47 + (4 * step)}",
            ],
            Skipped(vectors));
    }

    [Theory]
    [InlineData((byte)'2')]
    [InlineData((byte)'9')]
    public void InABinaryFile_AnotherCountThanPromised_IsReported(byte promised)
    {
        byte[] content = WordVectorBytes.Binary([("the", [1, 2]), ("cat", [3, 4]), ("dog", [5, 6])], lineFeeds: true);
        content[0] = promised;

        WordVectors vectors = Parse(content);

        Assert.Equal(["the", "cat", "dog"], vectors.Words);
        Assert.Equal((3, promised - '0'), (vectors.FileVectorCount, vectors.PromisedVectorCount));
    }

    [Fact]
    public void WordsThatArentAskedFor_AreNotSkippedButLeftOut()
    {
        WordVectors vectors = WordVectorFile.ReadFrom(
            new MemoryStream("the 1 2\ndog 3 4\ndog 3 4\nthe 5 6\n"u8.ToArray()), "file.vec", new() { Words = ["the"] });

        Assert.Equal(["1 with a word that occurs again, first in line 4"], Skipped(vectors));
        Assert.Equal((1, 4), (vectors.Count, vectors.FileVectorCount));
    }

    private static WordVectors Parse(ReadOnlySpan<byte> content) => WordVectorFile.ReadFrom(new MemoryStream(content.ToArray()), "file.vec");

    private static string[] Skipped(WordVectors vectors) => [.. vectors.Skipped.Select(one => one.ToString())];

    private static float[] Vector(WordVectors vectors, string word) =>
        vectors.TryGetVector(word, out ReadOnlySpan<float> vector) ? vector.ToArray() : [];
}

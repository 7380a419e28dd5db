using MaxPoolConvNet.Tests;

namespace MaxPoolConvNet.English.Tests;

public sealed class VectorFileTests
{
    private static readonly VectorFile _file = new(["cat", "catch", "ü"], ["s", "ing"], [0.5f, 0.25f], [1, 2, -127, 127, 0, 0, 4, 0, -4, 8]);
    private static readonly byte[] _bytes = Bytes(_file);

    [Fact]
    public void WhatIsWritten_IsRead()
    {
        var read = VectorFile.Read(new MemoryStream(_bytes));

        Assert.Equal(_file.Words, read.Words);
        Assert.Equal(_file.Pieces, read.Pieces);
        Assert.Equal(_file.Scales, read.Scales);
        Assert.Equal(_file.Rows, read.Rows);
    }

    [Fact]
    public void LoadFrom_ComposesOfPieces()
    {
        using TemporaryFile file = new("a.vectors", _bytes);
        var vectors = EnglishVectors.LoadFrom(file.Path);

        Assert.True(vectors.TryGetVector("catching", out ReadOnlySpan<float> catching));
        Assert.Equal([-63.5f - 2, 31.75f + 2], catching.ToArray());
        Assert.True(vectors.TryGetVector("cats", out ReadOnlySpan<float> cats));
        Assert.Equal([0.5f + 2, 0.5f], cats.ToArray());
        Assert.False(vectors.TryGetVector("catx", out _));
        Assert.False(vectors.TryGetVector("s", out _));
    }

    [Fact]
    public void EveryTruncation_IsRefusedWithTheFilesName()
    {
        for (int length = 0; length < _bytes.Length; length++)
        {
            using TemporaryFile file = new("cut.vectors", _bytes[..length]);
            var refused = Assert.Throws<InvalidDataException>(() => EnglishVectors.LoadFrom(file.Path));
            Assert.StartsWith(file.Path, refused.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(0, (byte)'X')]
    [InlineData(8, 200)]
    [InlineData(11, 127)]
    [InlineData(11, 255)]
    [InlineData(15, 255)]
    [InlineData(16, 0)]
    [InlineData(19, 127)]
    [InlineData(20, 99)]
    [InlineData(23, 255)]
    public void Heads_ThatAreNone(int at, byte value)
    {
        byte[] forged = [.. _bytes];
        forged[at] = value;

        Assert.Throws<InvalidDataException>(() => VectorFile.Read(new MemoryStream(forged)));
    }

    [Fact]
    public void WordsThatOccurTwice_AreRefused()
    {
        using TemporaryFile file = new("twice.vectors", Bytes(_file with { Words = ["cat", "cat", "dog"] }));

        Assert.Contains("\"cat\"", Assert.Throws<InvalidDataException>(() => EnglishVectors.LoadFrom(file.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNotThere() => Assert.Throws<FileNotFoundException>(() => EnglishVectors.LoadFrom("no.vectors"));

    private static byte[] Bytes(VectorFile file)
    {
        using var stream = new MemoryStream();
        file.Write(stream);
        return stream.ToArray();
    }
}

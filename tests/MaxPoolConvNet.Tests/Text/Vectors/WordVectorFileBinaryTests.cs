using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class WordVectorFileBinaryTests
{
    private static readonly (string Word, float[] Vector)[] _entries =
        [("the", [0.5f, -1f]), ("caf\u00E9", [0, 0]), ("\u732B", [3, 1e-9f])];
    private static readonly byte[] _content = WordVectorBytes.Binary(_entries, lineFeeds: false);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Read_DetectsBinary(bool lineFeeds)
    {
        byte[] content = WordVectorBytes.Binary(_entries, lineFeeds);
        foreach (byte[] bytes in (byte[][])[content, WordVectorBytes.Pack(content)])
        {
            WordVectors vectors = Parse(bytes);
            Assert.Equal(_entries.Select(entry => entry.Word), vectors.Words);
            Assert.True(vectors.TryGetVector("\u732B", out ReadOnlySpan<float> vector));
            Assert.Equal([3, 1e-9f], vector.ToArray());
        }
    }

    [Fact]
    public void Read_DetectsTextThatIsDamaged()
    {
        AssertError("file.bin, line 2: number 2 is \"x\", expected a finite number", "1 2\nthe 1 x\n"u8.ToArray());
        AssertError("file.bin, line 2: 1 numbers, expected 2 as in the header", "1 2\nthe 1"u8.ToArray());
    }

    [Fact]
    public void Read_KeepsOnlyTheWordsAskedFor() =>
        Assert.Equal(["caf\u00E9"], Parse(_content, new() { Words = ["caf\u00E9", "dog"] }).Words);

    [Fact]
    public void Read_NamesTheByteWhereTheFileIsCutOff()
    {
        int[] ends = [16, 30, _content.Length]; // where each vector ends
        Assert.Equal((byte)'\u0063', _content[ends[0]]);
        for (int length = 4; length < _content.Length; length++)
        {
            int whole = ends.Count(end => end <= length);
            if (ends.Contains(length))
            {
                Assert.Equal((whole, 3), (Parse(_content[..length]).FileVectorCount, Parse(_content[..length]).PromisedVectorCount));
                continue;
            }

            AssertError(
                $"file.bin, byte {length}: the file ends here, after {whole} of the 3 vectors that its header promises",
                _content[..length],
                new() { Format = WordVectorFormat.Binary });
        }
    }

    [Fact]
    public void Read_NamesTheNumberThatIsNotFinite()
    {
        AssertError(
            "file.bin, byte 12: number 2 is NaN, expected a finite number",
            WordVectorBytes.Binary([("the", [1, float.NaN])], lineFeeds: false));
        AssertError(
            "file.bin, byte 8: number 1 is -Infinity, expected a finite number",
            WordVectorBytes.Binary([("the", [float.NegativeInfinity, 1])], lineFeeds: false));
    }

    [Fact]
    public void Read_NamesTheWordThatIsWrong()
    {
        AssertError(
            "file.bin, byte 14: a word of more than 16384 bytes, the longest that is read",
            WordVectorBytes.Binary([("a", [1, 2]), (new string('x', (1 << 14) + 1), [1, 2])], lineFeeds: false));
    }

    [Fact]
    public void Read_RefusesMoreThanTheHeaderPromises() => AssertError(
        $"file.bin, byte {_content.Length}: more bytes after the 3 vectors that the header promises", [.. _content, (byte)'x']);

    [Fact]
    public void Read_NamesAnotherDimensionThanExpected() => AssertError(
        "file.bin, line 1: vectors of 2 numbers, expected 3 as in WordVectorFileOptions.Dimension", _content, new() { Dimension = 3 });

    [Fact]
    public void Read_RefusesBinaryWithoutAHeader() => AssertError(
        "file.bin, line 1: no header, expected the number of words and of dimensions",
        "the 1 2\n"u8.ToArray(),
        new() { Format = WordVectorFormat.Binary });

    [Fact]
    public void Read_RefusesBinaryWithoutWords() => AssertError(
        "file.bin: no word vector in the file", "0 2\n"u8.ToArray(), new() { Format = WordVectorFormat.Binary });

    [Fact]
    public void Read_NamesTheByteWhereGzipIsCutOff()
    {
        byte[] packed = WordVectorBytes.Pack(_content);
        for (int length = 2; length < packed.Length; length++)
        {
            string message = Assert.Throws<InvalidDataException>(() => Parse(packed[..length])).Message;
            Assert.Matches("^file.bin, byte [0-9]+ after unpacking: the gzip data are broken or cut off at or after this byte$", message);
        }
    }

    private static WordVectors Parse(byte[] content, WordVectorFileOptions? options = null) =>
        WordVectorFile.ReadFrom(new MemoryStream(content), "file.bin", options);

    private static void AssertError(string message, byte[] content, WordVectorFileOptions? options = null) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => Parse(content, options)).Message);
}

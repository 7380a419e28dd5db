using System.IO.Compression;
using System.Text;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class LabeledTextFileGzipTests
{
    private static readonly string _content =
        string.Concat(Enumerable.Range(0, 3000).Select(i => $"label{i % 3}\ttext {i * 7919 % 3001}\n"));
    private static readonly byte[] _packed = Pack(_content);

    [Fact]
    public void Read_RecognizesGzipByItsContent() => Assert.Equal(Parse(Encoding.UTF8.GetBytes(_content)), Parse(_packed));

    [Fact]
    public void Read_ReadsGzipInSmallBlocks()
    {
        using TricklingStream stream = new(_packed, 1);
        Assert.Equal(3000, LabeledTextFile.Read(stream, "reviews.tsv").Count());
    }

    [Fact]
    public void Read_ReadsMembersOneAfterTheOther() =>
        Assert.Equal([new LabeledText("a", "x"), new LabeledText("b", "y")], Parse([.. Pack("a\tx\nb"), .. Pack("\ty\n")]));

    [Fact]
    public void Read_IgnoresZerosAfterTheEnd() => Assert.Equal([new LabeledText("a", "x")], Parse([.. Pack("a\tx\n"), .. new byte[512]]));

    [Fact]
    public void Read_RefusesGzipThatIsCutOffAnywhere()
    {
        byte[] members = [.. _packed, .. Pack("a\tx\n")];
        IEnumerable<int> lengths = Enumerable.Range(0, members.Length)
            .Where(length => length >= 2 && length != _packed.Length && (length < 40 || length > _packed.Length - 40 || length % 97 == 0));
        foreach (int length in lengths)
        {
            InvalidDataException error = Assert.Throws<InvalidDataException>(() => Parse(members[..length]));
            Assert.Matches(@"^reviews\.tsv, line [0-9]+: the gzip data are broken or cut off in or after this line$", error.Message);
        }
    }

    [Fact]
    public void Read_RefusesGzipWithAFlippedByte()
    {
        byte[] broken = [.. _packed];
        broken[^6] ^= 1; // in the checksum
        string message = Assert.Throws<InvalidDataException>(() => Parse(broken)).Message;
        Assert.Matches(@"^reviews\.tsv, line [0-9]+: the gzip data are broken or cut off in or after this line$", message);
    }

    private static byte[] Pack(string content)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal))
            gzip.Write(Encoding.UTF8.GetBytes(content));
        return packed.ToArray();
    }

    private static LabeledText[] Parse(byte[] content) => [.. LabeledTextFile.Read(new MemoryStream(content), "reviews.tsv")];
}

using System.IO.Compression;
using MaxPoolConvNet.Storage;

namespace MaxPoolConvNet.Tests.Storage;

public class StringTableTests
{
    private static readonly string[] _strings = ["", "a", "été", "\uD800", "\0", new('x', 100_000), "ü\n"];

    [Fact]
    public void Unpack_IsTheReverseOfPack()
    {
        (byte[] packed, byte[] lengths) = StringTable.Pack(_strings);

        Assert.Equal(_strings, StringTable.Unpack("words", packed, lengths));
        Assert.InRange(packed.Length, 2 * 100_000 / HuffmanBytes.MostPerByte, 100_000);
    }

    [Fact]
    public void Unpack_LengthsThatDoNotFitAreRefused()
    {
        (byte[] packed, byte[] lengths) = StringTable.Pack(["one", "two"]);
        (byte[] other, byte[] otherLengths) = StringTable.Pack(["one", "three"]);

        Assert.Throws<InvalidDataException>(() => StringTable.Unpack("words", packed, otherLengths));
        Assert.Throws<InvalidDataException>(() => StringTable.Unpack("words", other, lengths));
    }

    [Fact]
    public void Unpack_BytesCompressedInAnotherWayClaimNoMore()
    {
        var zeros = new MemoryStream();
        using (var zlib = new ZLibStream(zeros, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(new byte[100_000_000]);

        Assert.Contains(
            "'words.packed'", Assert.Throws<InvalidDataException>(() => StringTable.Unpack("words", zeros.ToArray(), StringTable.Pack(["one"]).Lengths)).Message,
            StringComparison.Ordinal);
        Assert.InRange(
            AllocatedBytes.LeastOf(() => Assert.Throws<InvalidDataException>(() => HuffmanBytes.Unpack("words", zeros.ToArray()))), 0, 10_000_000);
    }
}

using System.IO.Compression;

namespace MaxPoolConvNet.Storage;

/// <summary>Bytes compressed with zlib, by Huffman codes alone.</summary>
/// <remarks>A Huffman code has at least one bit, so that a file can't claim more than eight bytes for each of its bytes.</remarks>
internal static class HuffmanBytes
{
    /// <summary>The most bytes that one compressed byte can stand for.</summary>
    public const int MostPerByte = 8;

    private const int BufferBytes = 1 << 16;

    /// <summary>The bit, in the second byte of zlib data, of data that can't be read without a dictionary (RFC 1950).</summary>
    private const int NeedsDictionary = 0x20;

    /// <summary>A stream that compresses what is written to it; to be disposed of to end it.</summary>
    public static BufferedStream Packing(MemoryStream packed)
    {
        var options = new ZLibCompressionOptions { CompressionStrategy = ZLibCompressionStrategy.HuffmanOnly };
        return new BufferedStream(new ZLibStream(packed, options, leaveOpen: true), BufferBytes);
    }

    public static byte[] Pack(ReadOnlySpan<byte> bytes)
    {
        var packed = new MemoryStream();
        using (Stream packing = Packing(packed)) packing.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>A stream of the decompressed bytes. Invalid data is an <see cref="InvalidDataException"/> when it is read.</summary>
    /// <exception cref="InvalidDataException">The data need a dictionary.</exception>
    public static ZLibStream Unpacking(string name, byte[] packed) => packed.Length > 1 && (packed[1] & NeedsDictionary) != 0
        ? throw new InvalidDataException($"'{name}' needs a dictionary; zlib data without one were expected")
        : new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);

    /// <summary>Decompresses all bytes.</summary>
    /// <exception cref="InvalidDataException">The bytes aren't such zlib data.</exception>
    public static byte[] Unpack(string name, byte[] packed)
    {
        var bytes = new MemoryStream();
        byte[] buffer = new byte[Math.Min(BufferBytes, MostPerByte * (long)packed.Length)];
        using Stream unpacking = Unpacking(name, packed);
        for (int count; (count = unpacking.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > MostPerByte * (long)packed.Length)
                throw new InvalidDataException($"'{name}' is compressed too well for Huffman codes alone");
        }

        return bytes.ToArray();
    }
}

using System.Buffers.Binary;

namespace MaxPoolConvNet.Storage;

/// <summary>The header of a model file, read and checked. The stream's position is then at the tensors.</summary>
internal sealed class ModelHeader(SafetensorsHeader content, long bytes, Crc32C checksum)
{
    /// <summary>The content of the header.</summary>
    public SafetensorsHeader Content { get; } = content;

    /// <summary>The length of the file.</summary>
    public long Bytes { get; } = bytes;

    /// <summary>The checksum of the length and the header, with the checksum's own digits set to zero.</summary>
    public Crc32C Checksum { get; } = checksum;

    /// <param name="stream">A stream that can seek. The model extends from the current position to the end.</param>
    /// <exception cref="InvalidDataException">The stream doesn't contain a model, or one with a newer format version.</exception>
    public static ModelHeader Read(Stream stream)
    {
        LittleEndian.Check();
        long bytes = stream.Length - stream.Position;
        Span<byte> length = stackalloc byte[sizeof(long)];
        if (stream.ReadAtLeast(length, length.Length, throwOnEndOfStream: false) < length.Length)
            throw new InvalidDataException(FormattableString.Invariant($"not a model file: it has only {bytes} bytes"));
        ulong headerBytes = BinaryPrimitives.ReadUInt64LittleEndian(length);
        long most = Math.Min(SafetensorsHeader.MostBytes, bytes - length.Length);
        if (headerBytes > (ulong)most)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"not a model file, or truncated: its first 8 bytes give a header of {headerBytes} bytes; at most {most} were expected"));
        }

        byte[] header = new byte[(int)headerBytes];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            throw new InvalidDataException("the file is truncated: it ends within the header");
        var content = SafetensorsHeader.Parse(header, bytes - length.Length - header.Length);
        ModelMetadata.CheckFormat(content.Metadata);
        BlankChecksum(header);
        var checksum = new Crc32C();
        checksum.Add(length);
        checksum.Add(header);
        return new ModelHeader(content, bytes, checksum);
    }

    /// <summary>Compares the checksum in the header with the checksum of the bytes read.</summary>
    /// <exception cref="InvalidDataException">They differ.</exception>
    public void CheckChecksum()
    {
        string named = ModelMetadata.Get(Content.Metadata, ModelMetadata.Checksum);
        string found = ModelMetadata.Shown(Checksum);
        if (named != found)
            throw new InvalidDataException($"the file is damaged: its checksum is {found}; {named} was expected, as in its header");
    }

    private static void BlankChecksum(Span<byte> header)
    {
        ReadOnlySpan<byte> before = "\"checksum\":\"crc32c:"u8;
        int at = header.IndexOf(before) + before.Length;
        if (at < before.Length || header.Length - at < ModelMetadata.ChecksumDigits)
            throw new InvalidDataException("the metadata has no checksum");
        header.Slice(at, ModelMetadata.ChecksumDigits).Fill((byte)'0');
    }
}

using System.Buffers.Binary;

namespace MaxPoolConvNet.Storage;

/// <summary>The header of a model file, read and checked; the stream stands at the tensors.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Bytes">All bytes of the file.</param>
/// <param name="Checksum">Of the length and the header, the digits of the checksum itself taken as zeros.</param>
internal sealed record ModelHeader(SafetensorsHeader Content, long Bytes, Crc32C Checksum)
{
    /// <param name="stream">A stream that can seek, standing at the model's first byte; the model is all that follows.</param>
    /// <exception cref="InvalidDataException">It is no model, or one of a newer version.</exception>
    public static ModelHeader Read(Stream stream)
    {
        LittleEndian.Check();
        long bytes = stream.Length - stream.Position;
        Span<byte> length = stackalloc byte[sizeof(long)];
        if (stream.ReadAtLeast(length, length.Length, throwOnEndOfStream: false) < length.Length)
            throw new InvalidDataException(FormattableString.Invariant($"no model: it has {bytes} bytes alone"));
        ulong headerBytes = BinaryPrimitives.ReadUInt64LittleEndian(length);
        if (headerBytes > SafetensorsHeader.MostBytes || (long)headerBytes > bytes - length.Length)
            throw new InvalidDataException(FormattableString.Invariant($"no model, or one that is cut off: a header of {headerBytes} bytes would follow, where there are {bytes - length.Length}, and at most {SafetensorsHeader.MostBytes} are read"));
        byte[] header = new byte[(int)headerBytes];
        if (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            throw new InvalidDataException("the file ends in the middle");
        var content = SafetensorsHeader.Parse(header, bytes - length.Length - header.Length);
        ModelMetadata.CheckFormat(content.Metadata);
        BlankChecksum(header);
        var checksum = new Crc32C();
        checksum.Add(length);
        checksum.Add(header);
        return new ModelHeader(content, bytes, checksum);
    }

    /// <summary>Compares the checksum that the header names with that of all bytes.</summary>
    /// <exception cref="InvalidDataException">They differ.</exception>
    public void CheckChecksum()
    {
        string named = ModelMetadata.Get(Content.Metadata, ModelMetadata.Checksum);
        string found = ModelMetadata.Shown(Checksum);
        if (named != found) throw new InvalidDataException($"the file is damaged: its checksum is {found}, where it names {named}");
    }

    private static void BlankChecksum(Span<byte> header)
    {
        ReadOnlySpan<byte> before = "\"checksum\":\"crc32c:"u8;
        int at = header.IndexOf(before) + before.Length;
        if (at < before.Length || header.Length - at < ModelMetadata.ChecksumDigits) throw new InvalidDataException("there is no checksum in the metadata");
        header.Slice(at, ModelMetadata.ChecksumDigits).Fill((byte)'0');
    }
}

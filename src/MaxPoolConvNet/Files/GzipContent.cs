using System.IO.Compression;

namespace MaxPoolConvNet.Text;

/// <summary>What a gzip stream holds, with an error where it is cut off: <see cref="GZipStream"/> takes that for its end.</summary>
internal sealed class GzipContent : ForwardStream
{
    private readonly GzipBytes _bytes;
    private readonly GZipStream _content;

    private GzipContent(GzipBytes bytes)
    {
        _bytes = bytes;
        _content = new GZipStream(bytes, CompressionMode.Decompress);
    }

    /// <summary>The content of a stream: unpacked if it begins as gzip does (1F 8B), else as it is. The stream is left open.</summary>
    public static Stream Open(Stream stream)
    {
        byte[] first = new byte[2];
        int count = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        bool isGzip = count == 2 && first[0] == 0x1F && first[1] == 0x8B;
        PrefixedStream whole = new(first.AsMemory(0, count), stream);
        return isGzip ? new GzipContent(new GzipBytes(whole)) : whole;
    }

    /// <exception cref="InvalidDataException">The data are broken or cut off.</exception>
    public override int Read(Span<byte> buffer)
    {
        int count = _content.Read(buffer);
        if (count > 0 && _bytes.IsPastEnd)
            throw GzipBytes.CutOff();
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content.Dispose();
        base.Dispose(disposing);
    }
}

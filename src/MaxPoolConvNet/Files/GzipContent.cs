using System.IO.Compression;

namespace MaxPoolConvNet.Text;

/// <summary>The unpacked content of a gzip stream; unlike <see cref="GZipStream"/>, it fails if the stream is truncated.</summary>
internal sealed class GzipContent : ForwardStream
{
    private readonly GzipBytes _bytes;
    private readonly GZipStream _content;

    private GzipContent(GzipBytes bytes)
    {
        _bytes = bytes;
        _content = new GZipStream(bytes, CompressionMode.Decompress);
    }

    /// <summary>
    /// Returns the content of a stream: unpacked if it begins with the bytes of gzip (1F 8B), else unchanged. Leaves it open.
    /// </summary>
    public static Stream Open(Stream stream)
    {
        byte[] first = new byte[2];
        int count = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        return Open(first.AsMemory(0, count), stream);
    }

    /// <summary>Returns the same content, for asynchronous reading.</summary>
    public static async ValueTask<Stream> OpenAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] first = new byte[2];
        int count = await stream.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return Open(first.AsMemory(0, count), stream);
    }

    /// <exception cref="InvalidDataException">The data are corrupt or truncated.</exception>
    public override int Read(Span<byte> buffer) => Checked(_content.Read(buffer));

    /// <exception cref="InvalidDataException">The data are corrupt or truncated.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Checked(await _content.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

    protected override void Dispose(bool disposing)
    {
        if (disposing) _content.Dispose();
        base.Dispose(disposing);
    }

    private static Stream Open(ReadOnlyMemory<byte> first, Stream rest)
    {
        var whole = new PrefixedStream(first, rest);
        return first.Span.SequenceEqual((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? new GzipContent(new GzipBytes(whole)) : whole;
    }

    private int Checked(int count) => count > 0 && _bytes.IsPastEnd ? throw GzipBytes.CutOff() : count;
}

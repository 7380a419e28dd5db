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
        return Open(first.AsMemory(0, count), stream);
    }

    /// <summary>The same, where the stream is to be read asynchronously.</summary>
    public static async ValueTask<Stream> OpenAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] first = new byte[2];
        int count = await stream.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return Open(first.AsMemory(0, count), stream);
    }

    /// <exception cref="InvalidDataException">The data are broken or cut off.</exception>
    public override int Read(Span<byte> buffer) => Checked(_content.Read(buffer));

    /// <exception cref="InvalidDataException">The data are broken or cut off.</exception>
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

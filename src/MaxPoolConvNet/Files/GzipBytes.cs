namespace MaxPoolConvNet.Text;

/// <summary>The packed bytes of a gzip stream, followed by one extra byte that can't continue a gzip stream.</summary>
/// <remarks>
/// A decompressor whose stream is complete ignores the extra byte. One that treats it as data, or asks for more, is within a truncated
/// stream.
/// </remarks>
/// <param name="packed">The packed bytes.</param>
internal sealed class GzipBytes(Stream packed) : ForwardStream
{
    // neither the first byte of another gzip member nor, below 4 GB, the last byte of a length that lacks only this one
    private const byte NoContinuation = 0xFF;

    /// <summary>Whether the extra byte has been read.</summary>
    public bool IsPastEnd { get; private set; }

    public static InvalidDataException CutOff() => new("the data end before the gzip stream does");

    public override int Read(Span<byte> buffer) => GoOn(packed.Read(buffer), buffer);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        GoOn(await packed.ReadAsync(buffer, cancellationToken).ConfigureAwait(false), buffer.Span);

    private int GoOn(int count, Span<byte> buffer)
    {
        if (count > 0 || buffer.IsEmpty) return count;
        if (IsPastEnd) throw CutOff();
        IsPastEnd = true;
        buffer[0] = NoContinuation;
        return 1;
    }
}

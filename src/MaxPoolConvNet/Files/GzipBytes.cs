namespace MaxPoolConvNet.Text;

/// <summary>
/// The packed bytes of a gzip stream and, once they are at their end, one byte more that no gzip stream goes on with. A reader whose
/// stream was complete ignores it; one that takes it for data, or asks for more, was in the middle of a stream that is cut off.
/// </summary>
/// <param name="packed">The bytes.</param>
internal sealed class GzipBytes(Stream packed) : ForwardStream
{
    // neither the first byte of another gzip member nor, below 4 GB, the last of a length that lacks just this one
    private const byte NoContinuation = 0xFF;

    /// <summary>Whether the byte past the end was given out.</summary>
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

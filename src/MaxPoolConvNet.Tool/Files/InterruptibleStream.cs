namespace MaxPoolConvNet.Tool.Files;

/// <summary>A stream whose reads end at Ctrl+C, also where they wait for a person or another program.</summary>
/// <param name="source">Where the bytes come from.</param>
/// <param name="untilInterrupted">Does what it is given, and throws as soon as Ctrl+C is pressed.</param>
internal sealed class InterruptibleStream(Stream source, Func<Func<int>, int> untilInterrupted) : InputStream(source)
{
    // a read that isn't waited for any more may still write into it
    private readonly byte[] _buffer = new byte[1 << 16];

    /// <exception cref="OperationCanceledException">Ctrl+C.</exception>
    public override int Read(Span<byte> buffer)
    {
        int most = Math.Min(buffer.Length, _buffer.Length);
        int count = untilInterrupted(() => Source.Read(_buffer, 0, most));
        _buffer.AsSpan(0, count).CopyTo(buffer);
        return count;
    }
}

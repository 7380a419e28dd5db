namespace MaxPoolConvNet.Tool.Files;

/// <summary>A stream whose reads end at Ctrl+C, even while they wait for input.</summary>
/// <param name="source">The stream to read from.</param>
/// <param name="untilInterrupted">Runs a function, and throws as soon as Ctrl+C is pressed.</param>
internal sealed class InterruptibleStream(Stream source, Func<Func<int>, int> untilInterrupted) : InputStream(source)
{
    // an abandoned read may still write into it
    private readonly byte[] _buffer = new byte[1 << 16];

    /// <exception cref="OperationCanceledException">Ctrl+C was pressed.</exception>
    public override int Read(Span<byte> buffer)
    {
        int most = Math.Min(buffer.Length, _buffer.Length);
        int count = untilInterrupted(() => Source.Read(_buffer, 0, most));
        _buffer.AsSpan(0, count).CopyTo(buffer);
        return count;
    }
}

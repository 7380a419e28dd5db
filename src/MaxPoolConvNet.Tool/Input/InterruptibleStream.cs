using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Input;

/// <summary>A stream whose reads end at Ctrl+C, also where they wait for a person or another program.</summary>
/// <param name="stream">Where the bytes come from.</param>
/// <param name="console">What tells of Ctrl+C.</param>
internal sealed class InterruptibleStream(Stream stream, ToolConsole console) : ForwardStream
{
    // a read that isn't waited for any more may still write into it
    private readonly byte[] _buffer = new byte[1 << 16];

    /// <exception cref="OperationCanceledException">Ctrl+C.</exception>
    public override int Read(Span<byte> buffer)
    {
        int most = Math.Min(buffer.Length, _buffer.Length);
        int count = console.UntilInterrupted(() => stream.Read(_buffer, 0, most));
        _buffer.AsSpan(0, count).CopyTo(buffer);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) stream.Dispose();
        base.Dispose(disposing);
    }
}

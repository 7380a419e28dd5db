using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Input;

/// <summary>A stream that says when it is about to be read from, and so perhaps to wait: a chance to hand on what has been read.</summary>
internal sealed class WatchedStream(Stream stream, Action beforeRead) : ForwardStream
{
    public override int Read(Span<byte> buffer)
    {
        beforeRead();
        return stream.Read(buffer);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) stream.Dispose();
        base.Dispose(disposing);
    }
}

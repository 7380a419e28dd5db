namespace MaxPoolConvNet.Tool.Files;

/// <summary>A stream that says when it is about to be read from, and so perhaps to wait: a chance to hand on what has been read.</summary>
internal sealed class WatchedStream(Stream source, Action beforeRead) : InputStream(source)
{
    public override int Read(Span<byte> buffer)
    {
        beforeRead();
        return Source.Read(buffer);
    }
}

namespace MaxPoolConvNet.Tool.Files;

/// <summary>A stream that calls back before each read, which may block: a chance to pass on what has been read so far.</summary>
internal sealed class WatchedStream(Stream source, Action beforeRead) : InputStream(source)
{
    public override int Read(Span<byte> buffer)
    {
        beforeRead();
        return Source.Read(buffer);
    }
}

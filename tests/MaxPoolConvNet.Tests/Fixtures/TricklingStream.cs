namespace MaxPoolConvNet.Tests;

/// <summary>Gives at most so many bytes at a time, and can't seek: as a network does.</summary>
internal sealed class TricklingStream(byte[] content, int block) : MemoryStream(content)
{
    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin loc) => throw new NotSupportedException();

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, block)]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, block));
}

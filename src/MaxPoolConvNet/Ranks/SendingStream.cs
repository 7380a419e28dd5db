using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Training;

/// <summary>Sends what is written to it to another rank, which reads it from a <see cref="ReceivingStream"/>.</summary>
/// <remarks>It is sent in blocks, each after its length; a length of 0 is the end.</remarks>
internal sealed class SendingStream(IRankGroup ranks, int to) : OneWayStream
{
    private readonly byte[] _block = new byte[1 << 20];
    private int _length;

    public override bool CanWrite => true;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Passed += buffer.Length;
        while (buffer.Length > 0)
        {
            int count = Math.Min(buffer.Length, _block.Length - _length);
            buffer[..count].CopyTo(_block.AsSpan(_length));
            _length += count;
            buffer = buffer[count..];
            if (_length == _block.Length) Flush();
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
        if (_length > 0) Send();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Flush();
            Send();
        }

        base.Dispose(disposing);
    }

    private void Send()
    {
        ranks.Send(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(ref _length)), to);
        ranks.Send(_block.AsSpan(0, _length), to);
        _length = 0;
    }
}

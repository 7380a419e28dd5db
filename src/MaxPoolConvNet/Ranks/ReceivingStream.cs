using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Training;

/// <summary>Reads what another rank writes to its <see cref="SendingStream"/>.</summary>
internal sealed class ReceivingStream(IRankGroup ranks, int from) : OneWayStream
{
    private readonly byte[] _block = new byte[1 << 20];
    private int _at;
    private int _length;
    private bool _hasEnded;

    public override bool CanRead => true;

    public override int Read(Span<byte> buffer)
    {
        if (_at == _length && !_hasEnded) Receive();
        int count = Math.Min(buffer.Length, _length - _at);
        _block.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        Passed += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        // the sender goes on when everything was received
        while (disposing && !_hasEnded)
            Receive();
        base.Dispose(disposing);
    }

    private void Receive()
    {
        ranks.Receive(MemoryMarshal.AsBytes(new Span<int>(ref _length)), from);
        ranks.Receive(_block.AsSpan(0, _length), from);
        _at = 0;
        _hasEnded = _length == 0;
    }
}

namespace MaxPoolConvNet.Training;

/// <summary>Counts the bytes that are written to it.</summary>
internal sealed class CountingStream : OneWayStream
{
    public override bool CanWrite => true;

    public override void Write(ReadOnlySpan<byte> buffer) => Passed += buffer.Length;

    public override void Write(byte[] buffer, int offset, int count) => Passed += count;
}

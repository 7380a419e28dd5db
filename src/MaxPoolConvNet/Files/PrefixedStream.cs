namespace MaxPoolConvNet.Text;

/// <summary>Bytes that were read from a stream already, then the rest of it. The stream is left open.</summary>
/// <param name="prefix">What was read.</param>
/// <param name="rest">Where it was read from.</param>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest) : ForwardStream
{
    private ReadOnlyMemory<byte> _prefix = prefix;

    public override int Read(Span<byte> buffer)
    {
        if (_prefix.IsEmpty)
            return rest.Read(buffer);
        int count = Math.Min(_prefix.Length, buffer.Length);
        _prefix.Span[..count].CopyTo(buffer);
        _prefix = _prefix[count..];
        return count;
    }
}

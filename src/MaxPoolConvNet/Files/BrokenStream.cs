namespace MaxPoolConvNet.Text;

/// <summary>Replaces a stream that has failed: every read fails with the same message.</summary>
/// <param name="failure">The failure.</param>
internal sealed class BrokenStream(InvalidDataException failure) : ForwardStream
{
    public override int Read(Span<byte> buffer) => throw new InvalidDataException(failure.Message, failure);
}

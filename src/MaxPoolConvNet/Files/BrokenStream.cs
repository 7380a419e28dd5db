namespace MaxPoolConvNet.Text;

/// <summary>What is left of a stream that has failed: it fails again, in the same words.</summary>
/// <param name="failure">How it failed.</param>
internal sealed class BrokenStream(InvalidDataException failure) : ForwardStream
{
    public override int Read(Span<byte> buffer) => throw new InvalidDataException(failure.Message, failure);
}

using System.Buffers.Binary;

namespace MaxPoolConvNet.Training;

/// <summary>Writes the numbers of a training to a stream, little-endian, each array preceded by its length.</summary>
internal sealed class StateWriter(Stream stream) : ITrainingState
{
    private const int NumbersAtOnce = 1 << 14;

    private readonly byte[] _bytes = new byte[NumbersAtOnce * sizeof(float)];

    public Stream Stream => stream;

    public void Exchange(Span<float> numbers)
    {
        long length = numbers.Length;
        Exchange(ref length);
        for (int start = 0; start < numbers.Length; start += NumbersAtOnce)
        {
            ReadOnlySpan<float> some = numbers[start..Math.Min(start + NumbersAtOnce, numbers.Length)];
            for (int at = 0; at < some.Length; at++)
                BinaryPrimitives.WriteSingleLittleEndian(_bytes.AsSpan(at * sizeof(float)), some[at]);
            stream.Write(_bytes, 0, some.Length * sizeof(float));
        }
    }

    public void Exchange(ref long number, long most = long.MaxValue)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        stream.Write(bytes);
    }

    public void Exchange(ref double number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, number);
        stream.Write(bytes);
    }
}

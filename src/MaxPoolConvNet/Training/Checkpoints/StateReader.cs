using System.Buffers.Binary;

namespace MaxPoolConvNet.Training;

/// <summary>Reads numbers written by <see cref="StateWriter"/>.</summary>
/// <remarks>They go into existing arrays, so that a file can't cause allocations.</remarks>
/// <param name="stream">The stream.</param>
/// <param name="path">The stream's name in errors.</param>
internal sealed class StateReader(Stream stream, string path) : ITrainingState
{
    private const int NumbersAtOnce = 1 << 14;

    private readonly byte[] _bytes = new byte[NumbersAtOnce * sizeof(float)];

    public void Exchange(Span<float> numbers)
    {
        long length = 0;
        Exchange(ref length);
        if (length != numbers.Length)
        {
            throw new InvalidDataException(FormattableString.Invariant(
                $"{path}, byte {stream.Position - sizeof(long)}: {length} numbers; {numbers.Length} were expected"));
        }

        for (int start = 0; start < numbers.Length; start += NumbersAtOnce)
        {
            Span<float> some = numbers[start..Math.Min(start + NumbersAtOnce, numbers.Length)];
            Read(_bytes.AsSpan(0, some.Length * sizeof(float)));
            for (int at = 0; at < some.Length; at++)
                some[at] = BinaryPrimitives.ReadSingleLittleEndian(_bytes.AsSpan(at * sizeof(float)));
        }
    }

    public void Exchange(ref long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        Read(bytes);
        number = BinaryPrimitives.ReadInt64LittleEndian(bytes);
    }

    public void Exchange(ref double number)
    {
        long bits = 0;
        Exchange(ref bits);
        number = BitConverter.Int64BitsToDouble(bits);
    }

    private void Read(Span<byte> bytes)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw new InvalidDataException($"{path}: the checkpoint is truncated: it ends within the training's numbers");
    }
}

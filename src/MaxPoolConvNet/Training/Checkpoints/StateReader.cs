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

    public Stream Stream => stream;

    public void Exchange(Span<float> numbers)
    {
        long length = 0;
        Exchange(ref length);
        if (length != numbers.Length)
            throw Wrong(sizeof(long), FormattableString.Invariant($"{length} numbers; {numbers.Length} were expected"));

        for (int start = 0; start < numbers.Length; start += NumbersAtOnce)
        {
            Span<float> some = numbers[start..Math.Min(start + NumbersAtOnce, numbers.Length)];
            Read(_bytes.AsSpan(0, some.Length * sizeof(float)));
            for (int at = 0; at < some.Length; at++)
            {
                some[at] = BinaryPrimitives.ReadSingleLittleEndian(_bytes.AsSpan(at * sizeof(float)));
                if (float.IsFinite(some[at])) continue;
                throw Wrong(
                    (some.Length - at) * sizeof(float), FormattableString.Invariant($"{some[at]}; a finite number was expected"));
            }
        }
    }

    public void Exchange(ref long number, long most = long.MaxValue)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        Read(bytes);
        number = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        if (number < 0 || number > most)
            throw Wrong(sizeof(long), FormattableString.Invariant($"{number}; a number from 0 to {most} was expected"));
    }

    public void Exchange(ref double number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        Read(bytes);
        number = BinaryPrimitives.ReadDoubleLittleEndian(bytes);
        if (double.IsInfinity(number)) throw Wrong(sizeof(double), FormattableString.Invariant($"{number}; a finite number was expected"));
    }

    /// <summary>An error at the number that begins so many bytes back.</summary>
    private InvalidDataException Wrong(int back, string what) =>
        new(FormattableString.Invariant($"{path}, byte {stream.Position - back}: {what}"));

    private void Read(Span<byte> bytes)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw new InvalidDataException($"{path}: the checkpoint is truncated: it ends within the training's numbers");
    }
}

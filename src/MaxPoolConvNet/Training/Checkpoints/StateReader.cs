using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Training;

/// <summary>Reads what <see cref="StateWriter"/> has written, into arrays that are there already: nothing is allocated by what a file says.</summary>
/// <param name="stream">The stream.</param>
/// <param name="path">What errors call it.</param>
internal sealed class StateReader(Stream stream, string path) : ITrainingState
{
    public void Exchange(Span<float> numbers)
    {
        long length = 0;
        Exchange(ref length);
        if (length != numbers.Length)
            throw new InvalidDataException(FormattableString.Invariant($"{path}, byte {stream.Position - sizeof(long)}: {length} numbers, expected {numbers.Length}"));
        Read(MemoryMarshal.AsBytes(numbers));
        if (BitConverter.IsLittleEndian) return;
        foreach (ref float number in numbers)
            number = BitConverter.Int32BitsToSingle(BinaryPrimitives.ReverseEndianness(BitConverter.SingleToInt32Bits(number)));
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
            throw new InvalidDataException($"{path}: the file ends in the middle of a training's numbers");
    }
}

using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Training;

/// <summary>Writes a training's numbers to a stream, each array with its length before it, little-endian.</summary>
internal sealed class StateWriter(Stream stream) : ITrainingState
{
    public void Exchange(Span<float> numbers)
    {
        long length = numbers.Length;
        Exchange(ref length);
        if (BitConverter.IsLittleEndian)
        {
            stream.Write(MemoryMarshal.AsBytes(numbers));
            return;
        }

        Span<byte> bytes = stackalloc byte[sizeof(float)];
        foreach (float number in numbers)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes, number);
            stream.Write(bytes);
        }
    }

    public void Exchange(ref long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        stream.Write(bytes);
    }

    public void Exchange(ref double number)
    {
        long bits = BitConverter.DoubleToInt64Bits(number);
        Exchange(ref bits);
    }
}

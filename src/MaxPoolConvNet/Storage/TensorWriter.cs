using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Storage;

/// <summary>Writes the numbers of tensors and computes the checksum of all bytes.</summary>
/// <param name="stream">The stream to write to; <see cref="Stream.Null"/> to compute only the checksum.</param>
internal sealed class TensorWriter(Stream stream)
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _count;

    /// <summary>The checksum of all bytes flushed so far.</summary>
    public Crc32C Checksum { get; } = new();

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            int count = Math.Min(bytes.Length, _buffer.Length - _count);
            bytes[..count].CopyTo(_buffer.AsSpan(_count));
            _count += count;
            bytes = bytes[count..];
            if (_count == _buffer.Length) Flush();
        }
    }

    /// <exception cref="ArithmeticException">A number is too large for a 16-bit number.</exception>
    public void Write(TensorBlock block, TensorType type)
    {
        ushort[] halves = new ushort[type == TensorType.BF16 ? block.Columns : 0];
        sbyte[] bytes = new sbyte[type == TensorType.I8 ? block.Columns : 0];
        for (int r = 0; r < block.Rows; r++)
        {
            ReadOnlySpan<float> row = block.Row(r);
            switch (type)
            {
                case TensorType.BF16:
                    CheckHalves(block, row);
                    BFloat16.Round(row, halves);
                    Write(MemoryMarshal.AsBytes(halves.AsSpan()));
                    break;
                case TensorType.I8:
                    for (int c = 0; c < bytes.Length; c++)
                        bytes[c] = (sbyte)MathF.Round(row[c] / block.Scales[c]);
                    Write(MemoryMarshal.AsBytes(bytes.AsSpan()));
                    break;
                default:
                    Write(MemoryMarshal.AsBytes(row));
                    break;
            }
        }
    }

    public void Flush()
    {
        Checksum.Add(_buffer.AsSpan(0, _count));
        stream.Write(_buffer, 0, _count);
        _count = 0;
    }

    private static void CheckHalves(TensorBlock block, ReadOnlySpan<float> row)
    {
        foreach (float number in row)
        {
            if (Math.Abs(number) > BFloat16.MaxValue)
            {
                throw new ArithmeticException(FormattableString.Invariant(
                    $"'{block.Name}' has the number {number}, too large for 16 bits; save with {nameof(WeightFormat.Float32)}"));
            }
        }
    }
}

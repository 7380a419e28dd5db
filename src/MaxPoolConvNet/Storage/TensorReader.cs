using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Storage;

/// <summary>Reads the numbers of tensors and computes the checksum of all bytes.</summary>
/// <param name="stream">The stream, positioned after the header.</param>
/// <param name="checksum">The checksum of the bytes before.</param>
internal sealed class TensorReader(Stream stream, Crc32C checksum)
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;

    /// <summary>The checksum of all bytes so far, including those before the tensors.</summary>
    public Crc32C Checksum => checksum;

    /// <exception cref="InvalidDataException">The file is truncated.</exception>
    public void Read(Span<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            if (_start == _end) Fill();
            int count = Math.Min(bytes.Length, _end - _start);
            _buffer.AsSpan(_start, count).CopyTo(bytes);
            _start += count;
            bytes = bytes[count..];
        }
    }

    public byte[] Read(TensorEntry tensor)
    {
        byte[] bytes = new byte[tensor.End - tensor.Begin];
        Read(bytes);
        return bytes;
    }

    /// <summary>Reads a block of a network. Numbers of 8 bits are whole: the caller multiplies them by their scales.</summary>
    public void Read(TensorBlock block, TensorType type)
    {
        ushort[] halves = new ushort[type == TensorType.BF16 ? block.Columns : 0];
        sbyte[] bytes = new sbyte[type == TensorType.I8 ? block.Columns : 0];
        for (int r = 0; r < block.Rows; r++)
        {
            Span<float> row = block.Row(r);
            switch (type)
            {
                case TensorType.BF16:
                    Read(MemoryMarshal.AsBytes(halves.AsSpan()));
                    BFloat16.Widen(halves, row);
                    break;
                case TensorType.I8:
                    Read(MemoryMarshal.AsBytes(bytes.AsSpan()));
                    for (int c = 0; c < bytes.Length; c++)
                        row[c] = bytes[c];
                    break;
                default:
                    Read(MemoryMarshal.AsBytes(row));
                    break;
            }
        }
    }

    private void Fill()
    {
        _start = 0;
        _end = stream.Read(_buffer);
        if (_end == 0) throw new InvalidDataException("the file is truncated: it ends within a tensor");
        Checksum.Add(_buffer.AsSpan(0, _end));
    }
}

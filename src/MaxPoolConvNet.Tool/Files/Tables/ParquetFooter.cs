using System.Buffers.Binary;

namespace MaxPoolConvNet.Tool.Files;

/// <summary>The footer of a Parquet file: a struct in Thrift's compact protocol, its length in 4 bytes, and "PAR1".</summary>
/// <remarks>
/// The library that reads it never stops where its bytes end within a number. So they are walked through before
/// (https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md).
/// </remarks>
internal ref struct ParquetFooter
{
    private const int TailBytes = 8;
    private const int MostDepth = 64;

    private ReadOnlySpan<byte> _bytes;

    /// <summary>Checks the footer of a file, and leaves the file's position where it was.</summary>
    /// <exception cref="InvalidDataException">The footer isn't whole.</exception>
    public static void Check(FileStream file)
    {
        long start = file.Position;
        Span<byte> tail = stackalloc byte[TailBytes];
        if (file.Length < TailBytes) throw CutOff();
        file.Seek(-TailBytes, SeekOrigin.End);
        file.ReadExactly(tail);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(tail);
        if (length > file.Length - TailBytes) throw CutOff();
        byte[] bytes = new byte[length];
        file.Seek(-TailBytes - bytes.Length, SeekOrigin.End);
        file.ReadExactly(bytes);
        file.Position = start;
        new ParquetFooter { _bytes = bytes }.SkipStruct(0);
    }

    private void SkipStruct(int depth)
    {
        if (depth > MostDepth) throw CutOff();
        while (true)
        {
            byte field = Byte();
            if (field == 0) return;

            // the number of the field, unless it is the last one's plus the upper four bits
            if (field >> 4 == 0) Number();
            SkipValue(field & 0xF, depth, inList: false);
        }
    }

    private void SkipValue(int type, int depth, bool inList)
    {
        switch (type)
        {
            case 1 or 2:
                // the type of a field is its truth value
                if (inList) Skip(1);
                break;
            case 3:
                Skip(1);
                break;
            case 4 or 5 or 6:
                Number();
                break;
            case 7:
                Skip(sizeof(double));
                break;
            case 8:
                Skip(Number());
                break;
            case 9 or 10:
                SkipList(depth + 1);
                break;
            case 12:
                SkipStruct(depth + 1);
                break;
            default:
                throw CutOff();
        }
    }

    private void SkipList(int depth)
    {
        if (depth > MostDepth) throw CutOff();
        byte header = Byte();
        ulong count = header >> 4 == 0xF ? Number() : (ulong)(header >> 4);
        for (ulong one = 0; one < count; one++)
            SkipValue(header & 0xF, depth, inList: true);
    }

    /// <summary>Reads a number of seven bits a byte, the lowest first.</summary>
    private ulong Number()
    {
        ulong number = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            byte read = Byte();
            number |= (ulong)(read & 0x7F) << shift;
            if (read < 0x80) return number;
        }

        throw CutOff();
    }

    private byte Byte()
    {
        if (_bytes.IsEmpty) throw CutOff();
        byte read = _bytes[0];
        _bytes = _bytes[1..];
        return read;
    }

    private void Skip(ulong count)
    {
        if (count > (ulong)_bytes.Length) throw CutOff();
        _bytes = _bytes[(int)count..];
    }

    private static InvalidDataException CutOff() => new("the footer is cut off");
}

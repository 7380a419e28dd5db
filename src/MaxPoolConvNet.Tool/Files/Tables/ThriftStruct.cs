namespace MaxPoolConvNet.Tool.Files;

/// <summary>Walks through a struct in Thrift's compact protocol, and keeps some of its numbers.</summary>
/// <remarks>
/// The library that reads Parquet files never stops where the bytes end within a number, reads known fields without checking the type
/// that the file gives them, and takes as much memory for a text as its length says. So its structs are walked through before
/// (https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md).
/// </remarks>
internal ref struct ThriftStruct
{
    private const int MostDepth = 64;
    private const int MostBytesOfInt = 5;

    private readonly Dictionary<(int Field, int Inner), long> _numbers = [];
    private readonly int _available;
    private ReadOnlySpan<byte> _bytes;

    /// <param name="bytes">The struct, and what follows it.</param>
    /// <param name="name">The name of the struct in <see cref="ParquetStructs"/>.</param>
    /// <exception cref="InvalidDataException">The bytes end before the struct does, or a field has another type.</exception>
    public ThriftStruct(ReadOnlySpan<byte> bytes, string name)
    {
        _bytes = bytes;
        _available = bytes.Length;
        SkipStruct(name, 0, 0);
    }

    /// <summary>The number of bytes of the struct.</summary>
    public readonly int Length => _available - _bytes.Length;

    /// <summary>Returns the whole number in a field, 1 for true and 0 for false; null if there is none.</summary>
    /// <param name="field">The id of the field.</param>
    /// <param name="inner">The id of a field of the struct in that field; 0 for the field itself.</param>
    public readonly long? Number(int field, int inner = 0) => _numbers.TryGetValue((field, inner), out long number) ? number : null;

    private void SkipStruct(string? name, int depth, int outer)
    {
        if (depth > MostDepth) throw Broken();
        int id = 0;
        while (true)
        {
            byte field = Byte();
            if (field == 0) return;

            // the number of the field, unless it is the last one's plus the upper four bits
            id = field >> 4 == 0 ? (short)Signed(Number()) : id + (field >> 4);
            int type = field & 0xF;
            string? expected = ParquetStructs.TypeOf(name, id);
            Check(type, expected);
            long? number = type switch
            {
                1 => 1, // true: the type is the value
                2 => 0,
                4 or 5 or 6 => Whole(expected),
                _ => null,
            };
            if (number is null) SkipValue(type, expected, depth, id);
            else if (depth < 2) _numbers[depth == 0 ? (id, 0) : (outer, id)] = number.Value;
        }
    }

    /// <summary>Skips a value, which isn't a truth value of a field.</summary>
    private void SkipValue(int type, string? expected, int depth, int id)
    {
        switch (type)
        {
            case 1 or 2 or 3:
                Skip(1);
                break;
            case 4 or 5 or 6:
                Whole(expected);
                break;
            case 7:
                Skip(sizeof(double));
                break;
            case 8:
                Skip(Number());
                break;
            case 9 or 10:
                SkipList(expected?[1..^1], depth + 1);
                break;
            case 12:
                SkipStruct(expected, depth + 1, id);
                break;
            default:
                throw Broken();
        }
    }

    private void SkipList(string? expected, int depth)
    {
        if (depth > MostDepth) throw Broken();
        byte header = Byte();
        ulong count = header >> 4 == 0xF ? Number() : (ulong)(header >> 4);
        if (count > 0) Check(header & 0xF, expected);
        for (ulong one = 0; one < count; one++)
            SkipValue(header & 0xF, expected, depth + 1, 0);
    }

    private static void Check(int type, string? expected)
    {
        bool fits = expected switch
        {
            null => true,
            "bool" => type is 1 or 2,
            "i8" => type is 3,
            "i16" or "i32" or "i64" => type is 4 or 5 or 6, // written alike, and mistaken for one another by some writers
            "double" => type is 7,
            "binary" => type is 8,
            _ => type == (expected[0] == '[' ? 9 : 12),
        };
        if (!fits) throw Broken();
    }

    /// <summary>Reads a whole number, which isn't larger than its type.</summary>
    private long Whole(string? expected)
    {
        int before = _bytes.Length;
        long number = Signed(Number());
        bool isLong = expected is null or "i64";
        return isLong || (number == (int)number && before - _bytes.Length <= MostBytesOfInt) ? number : throw Broken();
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

        throw Broken();
    }

    /// <summary>Numbers alternate between both signs: 0, −1, 1, −2.</summary>
    private static long Signed(ulong number) => (long)(number >> 1) ^ -(long)(number & 1);

    private byte Byte()
    {
        if (_bytes.IsEmpty) throw Broken();
        byte read = _bytes[0];
        _bytes = _bytes[1..];
        return read;
    }

    private void Skip(ulong count)
    {
        if (count > (ulong)_bytes.Length) throw Broken();
        _bytes = _bytes[(int)count..];
    }

    private static InvalidDataException Broken() => new("the metadata is cut off or damaged");
}

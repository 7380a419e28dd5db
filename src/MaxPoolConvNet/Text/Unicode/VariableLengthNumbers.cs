namespace MaxPoolConvNet.Text;

/// <summary>Reads numbers of 7 bits a byte, the lowest first; the highest bit of a byte says that more follow.</summary>
internal ref struct VariableLengthNumbers(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _bytes = bytes;

    public int Next()
    {
        int number = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte bits = _bytes[0];
            _bytes = _bytes[1..];
            number |= (bits & 127) << shift;
            if (bits < 128) return number;
        }
    }

    /// <summary>A number whose lowest bit is its sign.</summary>
    public int NextSigned()
    {
        int number = Next();
        return (number & 1) == 0 ? number >> 1 : -((number + 1) >> 1);
    }
}

using System.Buffers.Text;

namespace MaxPoolConvNet.Text;

/// <summary>The first line of many files: the number of words and of dimensions.</summary>
internal readonly struct WordVectorHeader(long words, int dimension)
{
    public long Words { get; } = words;

    public int Dimension { get; } = dimension;

    /// <summary>Reads and skips the header if the next line is one.</summary>
    /// <exception cref="InvalidDataException">The dimension is out of range.</exception>
    public static WordVectorHeader? Read(ByteReader bytes, string name)
    {
        ReadOnlySpan<byte> line = bytes.PeekLine(128);
        ReadOnlySpan<byte> rest = line.Trim(" \t\r\n"u8);
        if (!TryTakeNumber(ref rest, out long words) || !TryTakeNumber(ref rest, out long dimension) || rest.Length > 0)
            return null;
        if (dimension is < 1 or > WordVectors.MaximumDimension)
        {
            throw new InvalidDataException(
                $"{name}, line 1: a header of {words} words and {dimension} dimensions, "
                + $"expected 1 to {WordVectors.MaximumDimension} dimensions");
        }
        bytes.Skip(line.Length);
        return new WordVectorHeader(words, (int)dimension);
    }

    private static bool TryTakeNumber(ref ReadOnlySpan<byte> rest, out long number)
    {
        number = 0;
        int length = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (length < 0)
            length = rest.Length;
        ReadOnlySpan<byte> digits = rest[..length];
        rest = rest[length..];
        bool ends = rest.IsEmpty || WordVectorFields.IsSeparator(rest[0]);
        rest = rest.TrimStart(" \t"u8);
        return ends && Utf8Parser.TryParse(digits, out number, out _);
    }
}

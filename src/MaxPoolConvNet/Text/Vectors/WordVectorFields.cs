using System.Globalization;

namespace MaxPoolConvNet.Text;

/// <summary>The fields of a text line of word vectors, separated by spaces and tabs: a word, which may hold some of them itself, and
/// numbers.</summary>
internal static class WordVectorFields
{
    public static bool IsSeparator(byte value) => value is (byte)' ' or (byte)'\t';

    /// <summary>Whether a field is a finite number, in the form 1, -0.5 or 2.5e-3; no culture has a say.</summary>
    public static bool TryParse(ReadOnlySpan<byte> field, out float number)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return float.TryParse(field, Style, CultureInfo.InvariantCulture, out number) && float.IsFinite(number);
    }

    /// <summary>Takes the next field off a line, and the separators behind it.</summary>
    public static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest)
    {
        int length = rest.IndexOfAny((byte)' ', (byte)'\t');
        if (length < 0)
            length = rest.Length;
        ReadOnlySpan<byte> field = rest[..length];
        while (length < rest.Length && IsSeparator(rest[length]))
            length++;
        rest = rest[length..];
        return field;
    }

    /// <summary>Splits a line into a word and the last fields, without reading them.</summary>
    /// <param name="line">The line, without separators at its ends.</param>
    /// <param name="count">How many fields follow the word.</param>
    /// <param name="word">The word, without separators at its ends.</param>
    /// <param name="fields">The fields.</param>
    /// <returns>The number of fields split off: less than <paramref name="count"/> where the line has no more.</returns>
    public static int SplitLast(ReadOnlySpan<byte> line, int count, out ReadOnlySpan<byte> word, out ReadOnlySpan<byte> fields)
    {
        word = line;
        fields = default;
        for (int split = 0; split < count; split++)
        {
            int end = word.LastIndexOfAny((byte)' ', (byte)'\t');
            if (end < 0)
                return split;
            fields = line[(end + 1)..];
            while (end > 0 && IsSeparator(line[end - 1]))
                end--;
            word = line[..end];
        }
        return count;
    }

    /// <summary>The number of fields from the first number on; the first field is never one, as it is the word or begins it.</summary>
    public static int CountNumbers(ReadOnlySpan<byte> line)
    {
        int count = 0;
        _ = Take(ref line);
        while (!line.IsEmpty)
        {
            if (TryParse(Take(ref line), out _) || count > 0)
                count++;
        }
        return count;
    }
}

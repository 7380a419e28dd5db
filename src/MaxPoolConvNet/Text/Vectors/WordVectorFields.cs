using System.Globalization;

namespace MaxPoolConvNet.Text;

/// <summary>The fields of a text line of word vectors: a word, which may contain separators (spaces and tabs), and numbers.</summary>
internal static class WordVectorFields
{
    public static bool IsSeparator(byte value) => value is (byte)' ' or (byte)'\t';

    /// <summary>Returns whether a field is a finite number such as 1, -0.5 or 2.5e-3, in any culture.</summary>
    public static bool TryParse(ReadOnlySpan<byte> field, out float number)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return float.TryParse(field, Style, CultureInfo.InvariantCulture, out number) && float.IsFinite(number);
    }

    /// <summary>Removes and returns the next field of a line, with the separators after it.</summary>
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

    /// <summary>Splits a line into a word and the last fields, without parsing them.</summary>
    /// <param name="line">The line, without separators at its ends.</param>
    /// <param name="count">The number of fields after the word.</param>
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

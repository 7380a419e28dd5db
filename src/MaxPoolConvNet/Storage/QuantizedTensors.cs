using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Storage;

/// <summary>
/// The tensors of filters in 8 bits. "U3.scale" (F32, 1 × F) has the scales. "U3.values" has the whole numbers of the entries of U that
/// aren't 0, row by row, as signed bytes. "U3.gaps" has the number of zeros before each of them, one byte each; 63 stands for 63 zeros
/// without an entry after them. The bytes of both (U8) are compressed as <see cref="HuffmanBytes"/>.
/// </summary>
/// <remarks>A gap counts at most 63 entries, so that a file can't claim more than 504 for each of its bytes.</remarks>
internal static class QuantizedTensors
{
    public const string Scale = ".scale";
    public const string Gaps = ".gaps";
    public const string Values = ".values";

    /// <summary>The byte of zeros without an entry after them, and their number.</summary>
    private const int OnlyZeros = 63;

    private const int BytesAtOnce = 1 << 14;

    /// <summary>Whether a tensor has the name of one of the tensors of bytes.</summary>
    public static bool AreBytesOf(string tensor) =>
        tensor.StartsWith(ParameterNames.Filters, StringComparison.Ordinal)
        && (tensor.EndsWith(Gaps, StringComparison.Ordinal) || tensor.EndsWith(Values, StringComparison.Ordinal));

    public static (byte[] Gaps, byte[] Values) Pack(QuantizedFilters filters)
    {
        var gaps = new MemoryStream();
        var values = new MemoryStream();
        using (Stream packedGaps = HuffmanBytes.Packing(gaps))
        using (Stream packedValues = HuffmanBytes.Packing(values))
        {
            int zeros = 0;
            for (int r = 0; r < filters.Words * filters.Width; r++)
            {
                for (ReadOnlySpan<sbyte> row = Row(filters, r); !row.IsEmpty;)
                {
                    int next = row.IndexOfAnyExcept((sbyte)0);
                    for (zeros += next < 0 ? row.Length : next; zeros >= OnlyZeros; zeros -= OnlyZeros)
                        packedGaps.WriteByte(OnlyZeros);
                    if (next < 0) break;
                    packedGaps.WriteByte((byte)zeros);
                    packedValues.WriteByte((byte)row[next]);
                    zeros = 0;
                    row = row[(next + 1)..];
                }
            }
        }

        return (gaps.ToArray(), values.ToArray());
    }

    /// <exception cref="InvalidDataException">The bytes aren't those of such filters.</exception>
    public static void Unpack(string name, byte[] gaps, byte[] values, QuantizedFilters filters)
    {
        foreach (float scale in filters.Scales)
        {
            if (!float.IsFinite(scale) || scale < 0)
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"'{name}' has the scale {scale}; a finite number from 0 on was expected"));
            }
        }

        using Stream unpackedGaps = HuffmanBytes.Unpacking(name, gaps);
        using Stream unpackedValues = HuffmanBytes.Unpacking(name, values);
        byte[] someGaps = new byte[BytesAtOnce];
        byte[] someValues = new byte[BytesAtOnce];
        long entries = (long)filters.Words * filters.Width * filters.Filters;
        (int row, int column) = (0, 0);
        Span<sbyte> rowEntries = Row(filters, row);
        for (int count; (count = unpackedGaps.Read(someGaps)) > 0;)
        {
            ReadOnlySpan<byte> read = someGaps.AsSpan(0, count);
            Span<byte> expected = someValues.AsSpan(0, count - read.Count((byte)OnlyZeros));
            if (unpackedValues.ReadAtLeast(expected, expected.Length, throwOnEndOfStream: false) < expected.Length)
                throw new InvalidDataException($"'{name}' has fewer values than gaps");
            int next = 0;
            foreach (byte gap in read)
            {
                entries -= gap;
                if ((column += gap) >= rowEntries.Length && entries > 0)
                {
                    row += column / rowEntries.Length;
                    column %= rowEntries.Length;
                    rowEntries = Row(filters, row);
                }

                if (gap == OnlyZeros && entries >= 0) continue;
                if (--entries < 0) throw new InvalidDataException($"'{name}' has more entries than filters");
                sbyte value = (sbyte)expected[next++];
                if (gap > OnlyZeros || value is 0 or sbyte.MinValue)
                    throw new InvalidDataException(FormattableString.Invariant($"'{name}' has an invalid entry in row {row}"));
                rowEntries[column++] = value;
            }
        }

        if (entries >= OnlyZeros) throw new InvalidDataException($"'{name}' has fewer entries than filters");
        if (unpackedValues.ReadByte() >= 0) throw new InvalidDataException($"'{name}' has more values than gaps");
    }

    /// <summary>The most rows of F filters that a tensor of gaps of this length may have.</summary>
    public static long MostRows(long gapsBytes, int filters) =>
        ((HuffmanBytes.MostPerByte * gapsBytes * OnlyZeros) + OnlyZeros - 1) / filters;

    // row i·S + s of U is word s at position i
    private static Span<sbyte> Row(QuantizedFilters filters, int row) =>
        filters.Row(row % filters.Words, row / filters.Words)[..filters.Filters];
}

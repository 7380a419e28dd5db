using System.IO.Compression;
using System.Numerics;
using System.Runtime.InteropServices;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Storage;

/// <summary>
/// The tensors of filters in 8 bits. "U3.scale" (F32, 1 × F) has the scales. "U3.kept" has a bit for each entry of U, row by row, each row
/// in whole bytes, the lowest bit first: 1 if the entry isn't 0. "U3.values" has the whole numbers of these entries, signed bytes in the
/// same order. The bytes of both (U8) are compressed with zlib, by Huffman codes alone.
/// </summary>
/// <remarks>A Huffman code has at least one bit, so that a file can't claim more than eight bytes of bits for each of its bytes.</remarks>
internal static class QuantizedTensors
{
    public const string Scale = ".scale";
    public const string Kept = ".kept";
    public const string Values = ".values";

    private const int BufferBytes = 1 << 16;

    /// <summary>Whether a tensor has the name of one of the tensors of bytes.</summary>
    public static bool AreBytesOf(string tensor) =>
        tensor.StartsWith(ParameterNames.Filters, StringComparison.Ordinal)
        && (tensor.EndsWith(Kept, StringComparison.Ordinal) || tensor.EndsWith(Values, StringComparison.Ordinal));

    public static (byte[] Kept, byte[] Values) Pack(QuantizedFilters filters)
    {
        var kept = new MemoryStream();
        var values = new MemoryStream();
        using (Stream keptBits = Packed(kept))
        using (Stream keptValues = Packed(values))
        {
            byte[] bits = new byte[BytesOfBits(filters.Filters)];
            byte[] found = new byte[filters.Filters];
            for (int r = 0; r < filters.Words * filters.Width; r++)
            {
                int count = Split(Row(filters, r), bits, found);
                keptBits.Write(bits);
                keptValues.Write(found, 0, count);
            }
        }

        return (kept.ToArray(), values.ToArray());
    }

    /// <exception cref="InvalidDataException">The bytes aren't those of such filters.</exception>
    public static void Unpack(string name, byte[] kept, byte[] values, QuantizedFilters filters)
    {
        foreach (float scale in filters.Scales)
        {
            if (!float.IsFinite(scale) || scale < 0)
            {
                throw new InvalidDataException(FormattableString.Invariant(
                    $"'{name}' has the scale {scale}; a finite number from 0 on was expected"));
            }
        }

        int bytesOfRow = BytesOfBits(filters.Filters);
        byte[] bits = Unpacked(name, kept, filters.Words * filters.Width * bytesOfRow);
        byte[] found = Unpacked(name, values, Count(bits));
        int next = 0;
        for (int r = 0; r < filters.Words * filters.Width; r++)
        {
            if (!TryJoin(bits.AsSpan(r * bytesOfRow, bytesOfRow), found, ref next, Row(filters, r)))
                throw new InvalidDataException(FormattableString.Invariant($"'{name}' has an invalid row {r}"));
        }
    }

    /// <summary>The most rows of F filters that a tensor of bits of this length may have.</summary>
    public static long MostRows(long keptBytes, int filters) => 8 * keptBytes / BytesOfBits(filters);

    private static int BytesOfBits(int filters) => (filters + 7) / 8;

    // row i·S + s of U is word s at position i
    private static Span<sbyte> Row(QuantizedFilters filters, int row) =>
        filters.Row(row % filters.Words, row / filters.Words)[..filters.Filters];

    private static BufferedStream Packed(MemoryStream stream)
    {
        var options = new ZLibCompressionOptions { CompressionStrategy = ZLibCompressionStrategy.HuffmanOnly };
        return new BufferedStream(new ZLibStream(stream, options, leaveOpen: true), BufferBytes);
    }

    /// <exception cref="InvalidDataException">The bytes aren't zlib data of this length.</exception>
    private static byte[] Unpacked(string name, byte[] bytes, int length)
    {
        byte[] unpacked = new byte[length];
        using var zlib = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
        if (zlib.ReadAtLeast(unpacked, length, throwOnEndOfStream: false) < length)
            throw new InvalidDataException($"'{name}' has fewer entries than filters");
        return zlib.ReadByte() < 0 ? unpacked : throw new InvalidDataException($"'{name}' has more entries than filters");
    }

    /// <summary>Splits a row into bits and the numbers that aren't 0; returns how many these are.</summary>
    private static int Split(ReadOnlySpan<sbyte> row, Span<byte> bits, Span<byte> found)
    {
        int count = 0;
        bits.Clear();
        for (int j = 0; j < row.Length; j++)
        {
            if (row[j] == 0) continue;
            bits[j / 8] |= (byte)(1 << (j % 8));
            found[count++] = (byte)row[j];
        }

        return count;
    }

    private static int Count(ReadOnlySpan<byte> bits)
    {
        int count = 0;
        ReadOnlySpan<ulong> many = MemoryMarshal.Cast<byte, ulong>(bits);
        foreach (ulong some in many)
            count += BitOperations.PopCount(some);
        foreach (byte eight in bits[(many.Length * sizeof(ulong))..])
            count += BitOperations.PopCount(eight);
        return count;
    }

    /// <summary>The reverse of <see cref="Split"/>; false if the numbers are none that it writes.</summary>
    private static bool TryJoin(ReadOnlySpan<byte> bits, ReadOnlySpan<byte> found, ref int next, Span<sbyte> row)
    {
        for (int eight = 0; eight < bits.Length; eight++)
        {
            for (int left = bits[eight]; left != 0; left &= left - 1)
            {
                int j = (8 * eight) + BitOperations.TrailingZeroCount(left);
                sbyte value = (sbyte)found[next++];
                if (j >= row.Length || value is 0 or sbyte.MinValue) return false;
                row[j] = value;
            }
        }

        return true;
    }
}

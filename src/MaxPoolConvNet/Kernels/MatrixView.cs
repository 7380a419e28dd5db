using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>A matrix in memory, stored by rows or by columns.</summary>
/// <param name="entries">All entries.</param>
/// <param name="rows">Rows of the matrix.</param>
/// <param name="rowStride">Entries from a row to the next.</param>
/// <param name="columnStride">Entries from a column to the next.</param>
internal readonly ref struct MatrixView<T>(ReadOnlySpan<T> entries, int rows, int rowStride, int columnStride)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Rows that are packed together, so that columns stored one after the other are read a cache line at a time.</summary>
    private const int Block = 16;

    private readonly ReadOnlySpan<T> _entries = entries;

    public int Rows { get; } = rows;

    /// <summary>Copies some columns, row by row: packed[s · count + c] = this[s, column + c].</summary>
    public void Pack(int column, int count, Span<T> packed)
    {
        // the last entry read, for which the spans are checked once
        _ = _entries[((Rows - 1) * rowStride) + ((column + count - 1) * columnStride)];
        _ = packed[(Rows * count) - 1];
        ref T from = ref Unsafe.Add(ref MemoryMarshal.GetReference(_entries), (nint)column * columnStride);
        ref T to = ref MemoryMarshal.GetReference(packed);
        for (int block = 0; block < Rows; block += Block)
        {
            int end = Math.Min(Rows, block + Block);
            for (int c = 0; c < count; c++)
            {
                for (int s = block; s < end; s++)
                    Unsafe.Add(ref to, (s * count) + c) = Unsafe.Add(ref from, ((nint)s * rowStride) + ((nint)c * columnStride));
            }
        }
    }
}

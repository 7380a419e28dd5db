using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MaxPoolConvNet;

/// <summary>A matrix in memory, stored by rows or by columns.</summary>
/// <param name="entries">All entries.</param>
/// <param name="rows">The number of rows.</param>
/// <param name="rowStride">The distance in entries between two rows.</param>
/// <param name="columnStride">The distance in entries between two columns.</param>
internal readonly ref struct MatrixView<T>(ReadOnlySpan<T> entries, int rows, int rowStride, int columnStride)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The number of rows packed together, so that contiguous columns are read one cache line at a time.</summary>
    private const int Block = 16;

    private readonly ReadOnlySpan<T> _entries = entries;

    public int Rows { get; } = rows;

    /// <summary>Copies some columns, row by row: packed[s · count + c] = this[s, column + c].</summary>
    /// <remarks>As many columns as there are lanes.</remarks>
    public void Pack<TLanes>(int column, Span<T> packed)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        int count = TLanes.Count;
        if (columnStride == 1)
        {
            ref readonly T from = ref _entries[column];
            _ = _entries.Slice(((Rows - 1) * rowStride) + column, count);
            _ = packed[(Rows * count) - 1];
            for (nint s = 0; s < Rows; s++)
                TLanes.Store(TLanes.Load(in from, s * rowStride), ref packed[0], s * count);
            return;
        }

        // the last entry that is read; the spans are checked once for it
        _ = _entries[((Rows - 1) * rowStride) + ((column + count - 1) * columnStride)];
        _ = packed[(Rows * count) - 1];
        for (int block = 0; block < Rows; block += Block)
        {
            int end = Math.Min(Rows, block + Block);
            int c = 0;
            for (; c + 4 <= count; c += 4)
                PackFour(column + c, block, end, ref packed[(block * count) + c], count);
            for (; c < count; c++)
                PackOne(column + c, block, end, ref packed[(block * count) + c], count);
        }
    }

    /// <summary>Packs four columns at once, which write adjacent entries.</summary>
    private void PackFour(nint column, nint from, nint end, ref T to, nint count)
    {
        ref T first = ref Unsafe.Add(ref MemoryMarshal.GetReference(_entries), column * columnStride);
        ref T second = ref Unsafe.Add(ref first, columnStride);
        ref T third = ref Unsafe.Add(ref second, columnStride);
        ref T fourth = ref Unsafe.Add(ref third, columnStride);
        nint row = 0;
        nint s = from * rowStride;
        if (Sse.IsSupported && typeof(T) == typeof(float) && rowStride == 1)
        {
            for (; s + 4 <= end; s += 4, row += 4 * count)
            {
                Vector128<float> a = Four(ref Unsafe.Add(ref first, s));
                Vector128<float> b = Four(ref Unsafe.Add(ref second, s));
                Vector128<float> c = Four(ref Unsafe.Add(ref third, s));
                Vector128<float> d = Four(ref Unsafe.Add(ref fourth, s));
                Vector128<float> lowerOfTwo = Sse.UnpackLow(a, b);
                Vector128<float> lower = Sse.UnpackLow(c, d);
                Vector128<float> upperOfTwo = Sse.UnpackHigh(a, b);
                Vector128<float> upper = Sse.UnpackHigh(c, d);
                Put(Sse.MoveLowToHigh(lowerOfTwo, lower), ref Unsafe.Add(ref to, row));
                Put(Sse.MoveHighToLow(lower, lowerOfTwo), ref Unsafe.Add(ref to, row + count));
                Put(Sse.MoveLowToHigh(upperOfTwo, upper), ref Unsafe.Add(ref to, row + (2 * count)));
                Put(Sse.MoveHighToLow(upper, upperOfTwo), ref Unsafe.Add(ref to, row + (3 * count)));
            }
        }

        for (; s < end * rowStride; s += rowStride, row += count)
        {
            Unsafe.Add(ref to, row) = Unsafe.Add(ref first, s);
            Unsafe.Add(ref to, row + 1) = Unsafe.Add(ref second, s);
            Unsafe.Add(ref to, row + 2) = Unsafe.Add(ref third, s);
            Unsafe.Add(ref to, row + 3) = Unsafe.Add(ref fourth, s);
        }
    }

    private static Vector128<float> Four(ref T start) => Vector128.LoadUnsafe(ref Unsafe.As<T, float>(ref start));

    private static void Put(Vector128<float> four, ref T start) => four.StoreUnsafe(ref Unsafe.As<T, float>(ref start));

    private void PackOne(nint column, nint from, nint end, ref T to, nint count)
    {
        ref T first = ref Unsafe.Add(ref MemoryMarshal.GetReference(_entries), column * columnStride);
        for (nint s = from; s < end; s++)
            Unsafe.Add(ref to, (s - from) * count) = Unsafe.Add(ref first, s * rowStride);
    }
}

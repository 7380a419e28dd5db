using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>
/// products[m, n] = Σ_s left[m, s] · right[s, n] for a range of columns. A panel of the right matrix is packed at a time, so that the
/// innermost loop reads it in order, and six rows by two vectors of sums stay in registers, of which every processor has sixteen. Sums are
/// made in the order of s, whatever the lanes and the range.
/// </summary>
/// <param name="left">Rows of <paramref name="leftStride"/> entries.</param>
/// <param name="leftStride">Entries from a row of the left matrix to the next; at least the depth.</param>
/// <param name="rows">Rows of the left matrix.</param>
/// <param name="right">The right matrix, in any order of storage.</param>
/// <param name="columns">The columns computed, beginning and ending at whole cache lines.</param>
/// <param name="products">Rows of <paramref name="productStride"/> entries.</param>
/// <param name="productStride">Entries from a row of the products to the next, whole cache lines.</param>
/// <param name="packed">Room for <see cref="PackedLength"/> entries.</param>
internal readonly ref struct MatrixProduct<T>(
    ReadOnlySpan<T> left, int leftStride, int rows, MatrixView<T> right, Range columns, Span<T> products, int productStride, Span<T> packed) : IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int RowsAtOnce = 6;

    private readonly ReadOnlySpan<T> _left = left;
    private readonly int _leftStride = leftStride;
    private readonly int _rows = rows;
    private readonly MatrixView<T> _right = right;
    private readonly Range _columns = columns;
    private readonly Span<T> _products = products;
    private readonly int _productStride = productStride;
    private readonly Span<T> _packed = packed;

    /// <summary>Entries of scratch that a product of this depth packs into, for the widest lanes.</summary>
    public static int PackedLength(int depth) => 2 * AlignedArray<T>.EntriesPerLine * depth;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        int column = _columns.Start.Value;
        for (; column + TwoLanes<TLanes, T>.Count <= _columns.End.Value; column += TwoLanes<TLanes, T>.Count)
            Panel<TwoLanes<TLanes, T>>(column);
        for (; column < _columns.End.Value; column += TLanes.Count)
            Panel<TLanes>(column);
    }

    private void Panel<TLanes>(int column)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        _right.Pack(column, TLanes.Count, _packed);
        int row = 0;
        for (; row + RowsAtOnce <= _rows; row += RowsAtOnce)
            SixRows<TLanes>(row, column);
        for (; row < _rows; row++)
            OneRow<TLanes>(row, column);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void SixRows<TLanes>(int row, int column)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        ref T panel = ref MemoryMarshal.GetReference(_packed);
        ref T left = ref Unsafe.Add(ref MemoryMarshal.GetReference(_left), (nint)row * _leftStride);
        nint stride = _leftStride;
        nint depth = _right.Rows;
        TLanes first = TLanes.Fill(T.Zero);
        TLanes second = first;
        TLanes third = first;
        TLanes fourth = first;
        TLanes fifth = first;
        TLanes sixth = first;
        for (nint s = 0; s < depth; s++)
        {
            TLanes right = TLanes.Load(in panel, s * TLanes.Count);
            first = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left, s)), right, first);
            second = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left, s + stride)), right, second);
            third = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left, s + (2 * stride))), right, third);
            fourth = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left, s + (3 * stride))), right, fourth);
            fifth = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left, s + (4 * stride))), right, fifth);
            sixth = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left, s + (5 * stride))), right, sixth);
        }

        ref T products = ref Unsafe.Add(ref MemoryMarshal.GetReference(_products), ((nint)row * _productStride) + column);
        TLanes.Store(first, ref products, 0);
        TLanes.Store(second, ref products, _productStride);
        TLanes.Store(third, ref products, 2 * (nint)_productStride);
        TLanes.Store(fourth, ref products, 3 * (nint)_productStride);
        TLanes.Store(fifth, ref products, 4 * (nint)_productStride);
        TLanes.Store(sixth, ref products, 5 * (nint)_productStride);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void OneRow<TLanes>(int row, int column)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        ref T panel = ref MemoryMarshal.GetReference(_packed);
        ref T left = ref Unsafe.Add(ref MemoryMarshal.GetReference(_left), (nint)row * _leftStride);
        TLanes sum = TLanes.Fill(T.Zero);
        for (nint s = 0; s < _right.Rows; s++)
            sum = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left, s)), TLanes.Load(in panel, s * TLanes.Count), sum);
        TLanes.Store(sum, ref MemoryMarshal.GetReference(_products), ((nint)row * _productStride) + column);
    }
}

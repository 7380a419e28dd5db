using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>products[m, n] = Σ_s left[m, s] · right[s, n] for a range of columns.</summary>
/// <remarks>
/// One panel of the right matrix is packed at a time, so the innermost loop reads it sequentially. The sums of six rows by two vectors stay
/// in registers, of which every processor has sixteen. Sums are computed in the order of s, whatever the lanes and the range.
/// </remarks>
/// <param name="left">Rows of <paramref name="leftStride"/> entries.</param>
/// <param name="leftStride">The distance in entries between two rows of the left matrix; at least the depth.</param>
/// <param name="rows">The rows to compute, in the left matrix and the products; they are not checked here.</param>
/// <param name="right">The right matrix, in any order of storage.</param>
/// <param name="columns">The columns to compute, starting at a whole cache line; others up to the next line may be written too.</param>
/// <param name="products">Rows of <paramref name="productStride"/> entries.</param>
/// <param name="productStride">The distance in entries between two rows of the products; whole cache lines.</param>
/// <param name="packed">Room for <see cref="PackedLength"/> entries.</param>
/// <param name="group">
/// The number of adjacent s that are summed for themselves, before the sum is added to those before it; all by default.
/// </param>
internal readonly ref struct MatrixProduct<T>(
    ReadOnlySpan<T> left,
    int leftStride,
    ReadOnlySpan<int> rows,
    MatrixView<T> right,
    Range columns,
    Span<T> products,
    int productStride,
    Span<T> packed,
    int group = int.MaxValue) : IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int RowsAtOnce = 6;

    private readonly ReadOnlySpan<T> _left = left;
    private readonly int _leftStride = leftStride;
    private readonly ReadOnlySpan<int> _rows = rows;
    private readonly MatrixView<T> _right = right;
    private readonly Range _columns = columns;
    private readonly Span<T> _products = products;
    private readonly int _productStride = productStride;
    private readonly Span<T> _packed = packed;
    private readonly int _group = group;

    /// <summary>The number of scratch entries that a product of this depth packs into, for the widest lanes.</summary>
    public static int PackedLength(int depth) => 2 * AlignedArray<T>.EntriesPerLine * depth;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        int column = _columns.Start.Value;
        for (; column + TwoLanes<TLanes, T>.Count <= _columns.End.Value; column += TwoLanes<TLanes, T>.Count)
            Panel<TwoLanes<TLanes, T>>(column);
        for (; column + TLanes.Count <= _columns.End.Value; column += TLanes.Count)
            Panel<TLanes>(column);

        // a hundred filters leave a remainder of four
        int rest = _columns.End.Value - column;
        if (rest <= 0) return;
        if (rest <= Lanes128<T>.Count) Panel<Lanes128<T>>(column);
        else if (rest <= Lanes256<T>.Count) Panel<Lanes256<T>>(column);
        else Panel<TLanes>(column);
    }

    private void Panel<TLanes>(int column)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        _right.Pack<TLanes>(column, _packed);
        int row = 0;
        for (; row + RowsAtOnce <= _rows.Length; row += RowsAtOnce)
            SixRows<TLanes>(_rows.Slice(row, RowsAtOnce), column);
        if (row == _rows.Length) return;

        // rows that are computed once more get the same numbers
        if (row > 0)
        {
            SixRows<TLanes>(_rows[^RowsAtOnce..], column);
            return;
        }

        for (; row < _rows.Length; row++)
            OneRow<TLanes>(_rows[row], column);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void SixRows<TLanes>(ReadOnlySpan<int> rows, int column)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        ref T panel = ref MemoryMarshal.GetReference(_packed);
        ref T left0 = ref Left(rows[0]);
        ref T left1 = ref Left(rows[1]);
        ref T left2 = ref Left(rows[2]);
        ref T left3 = ref Left(rows[3]);
        ref T left4 = ref Left(rows[4]);
        ref T left5 = ref Left(rows[5]);
        ref T product0 = ref Product(rows[0]);
        ref T product1 = ref Product(rows[1]);
        ref T product2 = ref Product(rows[2]);
        ref T product3 = ref Product(rows[3]);
        ref T product4 = ref Product(rows[4]);
        ref T product5 = ref Product(rows[5]);
        nint depth = _right.Rows;
        nint s = 0;
        do
        {
            nint end = nint.Min(depth, s + _group);
            bool first = s == 0;
            TLanes sum0 = TLanes.Fill(T.Zero);
            TLanes sum1 = sum0;
            TLanes sum2 = sum0;
            TLanes sum3 = sum0;
            TLanes sum4 = sum0;
            TLanes sum5 = sum0;
            for (; s < end; s++)
            {
                TLanes right = TLanes.Load(in panel, s * TLanes.Count);
                sum0 = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left0, s)), right, sum0);
                sum1 = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left1, s)), right, sum1);
                sum2 = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left2, s)), right, sum2);
                sum3 = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left3, s)), right, sum3);
                sum4 = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left4, s)), right, sum4);
                sum5 = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left5, s)), right, sum5);
            }

            Put(sum0, ref product0, column, first);
            Put(sum1, ref product1, column, first);
            Put(sum2, ref product2, column, first);
            Put(sum3, ref product3, column, first);
            Put(sum4, ref product4, column, first);
            Put(sum5, ref product5, column, first);
        }
        while (s < depth);
    }

    /// <summary>Stores the sum of the first group, or adds that of another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put<TLanes>(TLanes sum, ref T product, nint column, bool first)
        where TLanes : unmanaged, ILanes<TLanes, T> =>
        TLanes.Store(first ? sum : TLanes.Load(in product, column) + sum, ref product, column);

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void OneRow<TLanes>(int row, int column)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        ref T panel = ref MemoryMarshal.GetReference(_packed);
        ref T left = ref Left(row);
        nint s = 0;
        do
        {
            nint end = nint.Min(_right.Rows, s + _group);
            bool first = s == 0;
            TLanes sum = TLanes.Fill(T.Zero);
            for (; s < end; s++)
                sum = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left, s)), TLanes.Load(in panel, s * TLanes.Count), sum);
            Put(sum, ref Product(row), column, first);
        }
        while (s < _right.Rows);
    }

    private ref T Left(nint row) => ref Unsafe.Add(ref MemoryMarshal.GetReference(_left), row * _leftStride);

    private ref T Product(nint row) => ref Unsafe.Add(ref MemoryMarshal.GetReference(_products), row * _productStride);
}

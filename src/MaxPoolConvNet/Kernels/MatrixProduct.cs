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
internal readonly ref struct MatrixProduct<T>(
    ReadOnlySpan<T> left,
    int leftStride,
    ReadOnlySpan<int> rows,
    MatrixView<T> right,
    Range columns,
    Span<T> products,
    int productStride,
    Span<T> packed) : IKernel<T>
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
        _right.Pack(column, TLanes.Count, _packed);
        int row = 0;
        for (; row + RowsAtOnce <= _rows.Length; row += RowsAtOnce)
            SixRows<TLanes>(_rows.Slice(row, RowsAtOnce), column);
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
        nint depth = _right.Rows;
        TLanes sum0 = TLanes.Fill(T.Zero);
        TLanes sum1 = sum0;
        TLanes sum2 = sum0;
        TLanes sum3 = sum0;
        TLanes sum4 = sum0;
        TLanes sum5 = sum0;
        for (nint s = 0; s < depth; s++)
        {
            TLanes right = TLanes.Load(in panel, s * TLanes.Count);
            sum0 = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left0, s)), right, sum0);
            sum1 = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left1, s)), right, sum1);
            sum2 = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left2, s)), right, sum2);
            sum3 = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left3, s)), right, sum3);
            sum4 = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left4, s)), right, sum4);
            sum5 = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left5, s)), right, sum5);
        }

        TLanes.Store(sum0, ref Product(rows[0]), column);
        TLanes.Store(sum1, ref Product(rows[1]), column);
        TLanes.Store(sum2, ref Product(rows[2]), column);
        TLanes.Store(sum3, ref Product(rows[3]), column);
        TLanes.Store(sum4, ref Product(rows[4]), column);
        TLanes.Store(sum5, ref Product(rows[5]), column);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void OneRow<TLanes>(int row, int column)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        ref T panel = ref MemoryMarshal.GetReference(_packed);
        ref T left = ref Left(row);
        TLanes sum = TLanes.Fill(T.Zero);
        for (nint s = 0; s < _right.Rows; s++)
            sum = TLanes.MultiplyAdd(TLanes.Fill(Unsafe.Add(ref left, s)), TLanes.Load(in panel, s * TLanes.Count), sum);
        TLanes.Store(sum, ref Product(row), column);
    }

    private ref T Left(nint row) => ref Unsafe.Add(ref MemoryMarshal.GetReference(_left), row * _leftStride);

    private ref T Product(nint row) => ref Unsafe.Add(ref MemoryMarshal.GetReference(_products), row * _productStride);
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MaxPoolConvNet;

/// <summary>sum = Σ_e rows[e].Factor · matrix[rows[e].Row]: one row of the product of a sparse matrix and a dense one.</summary>
/// <remarks>
/// The sum stays in registers while the loop runs over the rows, in the order of e and group by group, whatever the lanes.
/// </remarks>
/// <param name="rows">Rows of the matrix, which are not checked here, and their factors.</param>
/// <param name="groupEnds">
/// The ends of groups of rows, in ascending order, the last one at the end of <paramref name="rows"/>. Each group is summed independently;
/// then the sums of the groups are added in order.
/// </param>
/// <param name="matrix">Rows of as many entries as <paramref name="sum"/>.</param>
/// <param name="sum">Receives whole cache lines; zeros where there are no rows.</param>
/// <param name="continues">Whether the rows are added to what the sum has, as further groups of the same sum.</param>
internal readonly ref struct WeightedRowSum<T>(
    ReadOnlySpan<WeightedRow<T>> rows, ReadOnlySpan<int> groupEnds, ReadOnlySpan<T> matrix, Span<T> sum, bool continues = false)
    : IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<WeightedRow<T>> _rows = rows;
    private readonly ReadOnlySpan<int> _groupEnds = groupEnds;
    private readonly ReadOnlySpan<T> _matrix = matrix;
    private readonly Span<T> _sum = sum;
    private readonly bool _continues = continues;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        int column = 0;

        // eight sums and those of a group stay in 32 registers
        while (Vector512.IsHardwareAccelerated && column + TwoLanes<FourLanes<TLanes, T>, T>.Count <= _sum.Length)
        {
            Add<TwoLanes<FourLanes<TLanes, T>, T>>(column);
            column += TwoLanes<FourLanes<TLanes, T>, T>.Count;
        }

        for (; column + FourLanes<TLanes, T>.Count <= _sum.Length; column += FourLanes<TLanes, T>.Count)
            Add<FourLanes<TLanes, T>>(column);
        for (; column + TwoLanes<TLanes, T>.Count <= _sum.Length; column += TwoLanes<TLanes, T>.Count)
            Add<TwoLanes<TLanes, T>>(column);
        for (; column < _sum.Length; column += TLanes.Count)
            Add<TLanes>(column);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Add<TLanes>(int column)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        ref T matrix = ref Unsafe.Add(ref MemoryMarshal.GetReference(_matrix), column);
        nint stride = _sum.Length;
        TLanes sum = _continues ? TLanes.Load(in MemoryMarshal.GetReference(_sum), column) : TLanes.Fill(T.Zero);
        ref WeightedRow<T> row = ref MemoryMarshal.GetReference(_rows);
        int start = 0;
        foreach (int end in _groupEnds)
        {
            TLanes group = TLanes.Fill(T.Zero);
            for (int e = start; e < end; e++)
            {
                group = TLanes.MultiplyAdd(TLanes.Fill(row.Factor), TLanes.Load(in matrix, row.Row * stride), group);
                row = ref Unsafe.Add(ref row, 1);
            }

            sum += group;
            start = end;
        }

        TLanes.Store(sum, ref MemoryMarshal.GetReference(_sum), column);
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>
/// The heart of every forward pass: slides a window over word ids, adds one row of the filter table for each word and its position in the
/// window, and keeps, filter by filter, the largest sum and the window that won it (the first of equal ones):
/// maxima[j] = max over m of Σ_i table[wordIds[m + i], i, j].
/// </summary>
/// <remarks>
/// Columns are walked in the outer loop, so that the running maxima and winners stay in registers while the windows pass by. Sums are made
/// in the order of the positions, whatever the lanes, so that all lanes give the same bits. Ids are not checked here. No allocation.
/// </remarks>
/// <param name="wordIds">n ids of words of the table; windows begin at 0 … n − width; at least one window.</param>
/// <param name="table">The rows that are added.</param>
/// <param name="maxima">Receives the largest sums; at least the table's stride.</param>
/// <param name="winners">Receives the windows that won, as whole numbers; at least the table's stride.</param>
internal readonly ref struct ConvolveMaxPool<T>(ReadOnlySpan<int> wordIds, FilterTable<T> table, Span<T> maxima, Span<T> winners)
    : IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<int> _wordIds = wordIds;
    private readonly FilterTable<T> _table = table;
    private readonly Span<T> _maxima = maxima[..table.Stride];
    private readonly Span<T> _winners = winners[..table.Stride];

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        int column = 0;
        for (; column + FourLanes<TLanes, T>.Count <= _table.Stride; column += FourLanes<TLanes, T>.Count)
            Pool<FourLanes<TLanes, T>>(column);
        for (; column < _table.Stride; column += TLanes.Count)
            Pool<TLanes>(column);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Pool<TLanes>(int column)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        ref T rows = ref _table.First;
        int width = _table.Width;
        nint stride = _table.Stride;
        nint wordStride = width * stride;
        int windows = _wordIds.Length - width + 1;
        ref int firstId = ref MemoryMarshal.GetReference(_wordIds);

        TLanes maximum = TLanes.Fill(T.NegativeInfinity);
        TLanes winner = TLanes.Fill(T.Zero);
        TLanes window = TLanes.Fill(T.Zero);
        TLanes one = TLanes.Fill(T.One);
        for (int m = 0; m < windows; m++)
        {
            ref int id = ref Unsafe.Add(ref firstId, m);
            nint offset = column;
            TLanes sum = TLanes.Load(in rows, (id * wordStride) + offset);
            for (int i = 1; i < width; i++)
            {
                offset += stride;
                sum += TLanes.Load(in rows, (Unsafe.Add(ref id, i) * wordStride) + offset);
            }

            winner = TLanes.WhereGreater(sum, maximum, window, winner);
            maximum = TLanes.WhereGreater(sum, maximum, sum, maximum);
            window += one;
        }

        TLanes.Store(maximum, ref MemoryMarshal.GetReference(_maxima), column);
        TLanes.Store(winner, ref MemoryMarshal.GetReference(_winners), column);
    }
}

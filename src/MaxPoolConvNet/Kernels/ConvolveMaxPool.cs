using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>The core of every forward pass: convolution over a text and max-pool, in one loop.</summary>
/// <remarks>
/// <para>
/// Slides a window over the words of a text, adds one row per word and position in the window, and keeps, for each filter, the largest sum
/// and its window (the first of equal ones): maxima[j] = max over m of Σ_i row(word m + i, position i)[j].
/// </para>
/// <para>
/// The outer loop runs over columns, so the running maxima and winners stay in registers while the inner loop runs over windows. Sums are
/// computed in the order of the positions, so all lanes give the same bits. Allocates nothing.
/// </para>
/// </remarks>
/// <param name="rows">The text, or a section of it; windows begin at its words 0 … n − width; at least one window.</param>
/// <param name="width">k: a word has a row for each position 0 … k − 1.</param>
/// <param name="stride">The distance in numbers between two rows; whole cache lines of T.</param>
/// <param name="maxima">Receives the largest sums; at least <paramref name="stride"/>.</param>
/// <param name="winners">
/// Receives the winning windows, as whole numbers; at least <paramref name="stride"/>, or empty if they aren't needed.
/// </param>
/// <param name="firstWindow">The number of the first window; above 0, the pool continues from the given maxima and winners.</param>
internal readonly ref struct ConvolveMaxPool<T, TRows>(
    TRows rows, int width, int stride, Span<T> maxima, Span<T> winners, int firstWindow = 0)
    : IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TRows : ITableRows<T>, allows ref struct
{
    private readonly TRows _rows = rows;
    private readonly int _width = width;
    private readonly int _stride = stride;
    private readonly Span<T> _maxima = maxima[..stride];
    private readonly Span<T> _winners = winners.IsEmpty ? [] : winners[..stride];
    private readonly int _firstWindow = firstWindow;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        int column = 0;
        for (; column + FourLanes<TLanes, T>.Count <= _stride; column += FourLanes<TLanes, T>.Count)
            Pool<FourLanes<TLanes, T>>(column);
        for (; column + TwoLanes<TLanes, T>.Count <= _stride; column += TwoLanes<TLanes, T>.Count)
            Pool<TwoLanes<TLanes, T>>(column);
        for (; column < _stride; column += TLanes.Count)
            Pool<TLanes>(column);
    }

    private void Pool<TLanes>(int column)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        if (_winners.IsEmpty) PoolMaxima<TLanes>(column);
        else PoolWinners<TLanes>(column);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void PoolWinners<TLanes>(int column)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        TRows rows = _rows;
        int width = _width;
        nint stride = _stride;
        int windows = rows.Words - width + 1;
        ref T maxima = ref Unsafe.Add(ref MemoryMarshal.GetReference(_maxima), column);
        ref T winners = ref Unsafe.Add(ref MemoryMarshal.GetReference(_winners), column);
        TLanes maximum = _firstWindow > 0 ? TLanes.Load(in maxima, 0) : TLanes.Fill(T.NegativeInfinity);
        TLanes winner = _firstWindow > 0 ? TLanes.Load(in winners, 0) : TLanes.Fill(T.Zero);
        TLanes window = TLanes.Fill(T.CreateTruncating(_firstWindow));
        TLanes one = TLanes.Fill(T.One);
        for (int m = 0; m < windows; m++)
        {
            TLanes sum = Response<TLanes>(in rows, m, width, column, stride);
            winner = TLanes.WhereGreater(sum, maximum, window, winner);
            maximum = TLanes.WhereGreater(sum, maximum, sum, maximum);
            window += one;
        }

        TLanes.Store(maximum, ref maxima, 0);
        TLanes.Store(winner, ref winners, 0);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void PoolMaxima<TLanes>(int column)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        TRows rows = _rows;
        int width = _width;
        nint stride = _stride;
        int windows = rows.Words - width + 1;
        ref T maxima = ref Unsafe.Add(ref MemoryMarshal.GetReference(_maxima), column);
        TLanes maximum = _firstWindow > 0 ? TLanes.Load(in maxima, 0) : TLanes.Fill(T.NegativeInfinity);
        for (int m = 0; m < windows; m++)
        {
            TLanes sum = Response<TLanes>(in rows, m, width, column, stride);
            maximum = TLanes.WhereGreater(sum, maximum, sum, maximum);
        }

        TLanes.Store(maximum, ref maxima, 0);
    }

    /// <summary>The sum of the rows of a window's words, each at its position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Response<TLanes>(in TRows rows, int window, int width, nint column, nint stride)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        TLanes sum = rows.Load<TLanes>(window, column);
        for (int i = 1; i < width; i++)
        {
            column += stride;
            sum += rows.Load<TLanes>(window + i, column);
        }

        return sum;
    }
}

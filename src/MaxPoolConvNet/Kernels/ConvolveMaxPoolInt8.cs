using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>
/// <see cref="ConvolveMaxPool{T, TRows}"/> over rows of 8-bit integers: maxima[j] = max over m of Σ_i row(word m + i, position i)[j],
/// without the windows that won.
/// </summary>
/// <remarks>
/// The sums are 16-bit integers of up to 258 rows, so the sums and the maximum are exact, whatever the order of the additions.
/// </remarks>
/// <param name="addresses">The addresses of the rows of the words of a text or of a section of it; at least one window.</param>
/// <param name="offset">The offset in bytes of the bank's own rows.</param>
/// <param name="width">k: a word has a row for each position 0 … k − 1.</param>
/// <param name="stride">The distance in bytes between two rows, which is also the number of filters; whole cache lines.</param>
/// <param name="maxima">Receives the largest sums; at least <paramref name="stride"/>.</param>
/// <param name="firstWindow">The index of the first window; above 0, pooling continues from the given maxima.</param>
internal readonly ref struct ConvolveMaxPoolInt8(
    ReadOnlySpan<nint> addresses, int offset, int width, int stride, Span<short> maxima, int firstWindow = 0) : IShortKernel
{
    private readonly ReadOnlySpan<nint> _addresses = addresses;
    private readonly int _offset = offset;
    private readonly int _width = width;
    private readonly int _stride = stride;
    private readonly Span<short> _maxima = maxima[..stride];
    private readonly int _firstWindow = firstWindow;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes>()
        where TLanes : unmanaged, IShortLanes<TLanes>
    {
        int column = 0;
        for (; column + FourShortLanes<TLanes>.Count <= _stride; column += FourShortLanes<TLanes>.Count)
            Pool<FourShortLanes<TLanes>>(column);
        for (; column + TwoShortLanes<TLanes>.Count <= _stride; column += TwoShortLanes<TLanes>.Count)
            Pool<TwoShortLanes<TLanes>>(column);
        for (; column < _stride; column += TLanes.Count)
            Pool<TLanes>(column);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private unsafe void Pool<TLanes>(int column)
        where TLanes : unmanaged, IShortLanes<TLanes>
    {
        int width = _width;
        nint stride = _stride;
        nint start = _offset + column;
        int windows = _addresses.Length - width + 1;
        ref nint word = ref MemoryMarshal.GetReference(_addresses);
        ref short maxima = ref Unsafe.Add(ref MemoryMarshal.GetReference(_maxima), column);
        TLanes maximum = _firstWindow > 0 ? TLanes.Load(in maxima, 0) : TLanes.Fill(short.MinValue);
        for (int m = 0; m < windows; m++)
        {
            nint at = start;
            TLanes sum = TLanes.LoadBytes(in *(sbyte*)word, at);
            ref nint end = ref Unsafe.Add(ref word, width);
            ref nint next = ref Unsafe.Add(ref word, 1);
            for (; Unsafe.IsAddressLessThan(ref next, ref end); next = ref Unsafe.Add(ref next, 1))
            {
                at += stride;
                sum += TLanes.LoadBytes(in *(sbyte*)next, at);
            }

            maximum = TLanes.Max(maximum, sum);
            word = ref Unsafe.Add(ref word, 1);
        }

        TLanes.Store(maximum, ref maxima, 0);
    }
}

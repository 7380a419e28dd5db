using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Benchmarks.Roofline;

/// <summary>
/// Multiply-adds of registers alone: twelve sums that don't wait for each other, more than any processor has under way, and few enough for 16
/// registers.
/// </summary>
/// <param name="turns">Multiply-adds of each of the sums.</param>
/// <param name="result">Receives a number that depends on all of them.</param>
internal readonly ref struct MultiplyAddLoop(int turns, Span<float> result) : IKernel<float>
{
    private const int Sums = 12;

    private readonly Span<float> _result = result;

    /// <summary>Multiplications and additions, on the lanes that <see cref="Lanes"/> chooses.</summary>
    public static double Operations(int turns)
    {
        Span<float> lanes = stackalloc float[1];
        Lanes.Run<LaneCount, float>(new LaneCount(lanes));
        return 2.0 * turns * Sums * lanes[0];
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, float>
    {
        // the sums go to 0.5 / (1 − 0.5) and stay: nothing overflows or gets so small that it is slow
        TLanes factor = TLanes.Fill(0.5f);
        TLanes addend = TLanes.Fill(0.5f);
        TLanes a = TLanes.Fill(0f);
        TLanes b = TLanes.Fill(0.1f);
        TLanes c = TLanes.Fill(0.2f);
        TLanes d = TLanes.Fill(0.3f);
        TLanes e = TLanes.Fill(0.4f);
        TLanes f = TLanes.Fill(0.5f);
        TLanes g = TLanes.Fill(0.6f);
        TLanes h = TLanes.Fill(0.7f);
        TLanes i = TLanes.Fill(0.8f);
        TLanes j = TLanes.Fill(0.9f);
        TLanes k = TLanes.Fill(1.0f);
        TLanes l = TLanes.Fill(1.1f);
        for (int turn = 0; turn < turns; turn++)
        {
            a = TLanes.MultiplyAdd(a, factor, addend);
            b = TLanes.MultiplyAdd(b, factor, addend);
            c = TLanes.MultiplyAdd(c, factor, addend);
            d = TLanes.MultiplyAdd(d, factor, addend);
            e = TLanes.MultiplyAdd(e, factor, addend);
            f = TLanes.MultiplyAdd(f, factor, addend);
            g = TLanes.MultiplyAdd(g, factor, addend);
            h = TLanes.MultiplyAdd(h, factor, addend);
            i = TLanes.MultiplyAdd(i, factor, addend);
            j = TLanes.MultiplyAdd(j, factor, addend);
            k = TLanes.MultiplyAdd(k, factor, addend);
            l = TLanes.MultiplyAdd(l, factor, addend);
        }

        MemoryMarshal.GetReference(_result) = TLanes.Sum(a + b + (c + d) + (e + f) + (g + h) + (i + j) + (k + l));
    }
}

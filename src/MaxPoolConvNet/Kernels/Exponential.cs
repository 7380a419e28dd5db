using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>results = e^(values − largest), entry by entry, in single precision.</summary>
/// <remarks>Within 2 units in the last place; where values are more than 86 below the largest, the result is that of 86.</remarks>
/// <param name="values">Any number of values.</param>
/// <param name="largest">The largest of them.</param>
/// <param name="results">As long as <paramref name="values"/>, which it may be.</param>
internal readonly ref struct Exponential(ReadOnlySpan<float> values, float largest, Span<float> results) : IKernel<float>
{
    private const float Most = 86;

    private readonly ReadOnlySpan<float> _values = values;
    private readonly float _largest = largest;
    private readonly Span<float> _results = results[..values.Length];

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, float>
    {
        // in one chain of operations each waits for the one before; two at once fill the gaps
        int done = Apply<TwoLanes<TLanes, float>>(0);
        done = Apply<TLanes>(done);
        Apply<SingleLane<float>>(done);
    }

    /// <summary>
    /// eˣ of −86 ≤ x ≤ 86: 2ⁿ·eʳ, n being the whole number next to x / ln 2, and the series of eʳ up to r⁷, whose next term is
    /// under 10⁻⁸ there.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Of<TLanes, T>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // after adding it, no bit is left for a fraction
        TLanes rounder = TLanes.Fill(T.CreateChecked(3 << 22));
        TLanes n = ((x * TLanes.Fill(T.CreateChecked(1 / double.Log(2)))) + rounder) - rounder;

        // ln 2 in two parts; the first has so few digits that its product with n is exact
        TLanes r = (x - (n * TLanes.Fill(T.CreateChecked(355.0 / 512))))
            - (n * TLanes.Fill(T.CreateChecked(double.Log(2) - (355.0 / 512))));
        TLanes series = TLanes.Fill(T.CreateChecked(1.0 / 5040));
        series = (series * r) + TLanes.Fill(T.CreateChecked(1.0 / 720));
        series = (series * r) + TLanes.Fill(T.CreateChecked(1.0 / 120));
        series = (series * r) + TLanes.Fill(T.CreateChecked(1.0 / 24));
        series = (series * r) + TLanes.Fill(T.CreateChecked(1.0 / 6));
        series = (series * r) + TLanes.Fill(T.CreateChecked(0.5));
        series = (series * r) + TLanes.Fill(T.One);
        series = (series * r) + TLanes.Fill(T.One);
        return TLanes.TimesPowerOfTwo(series, n);
    }

    /// <summary>Applies it from an entry on, as far as there are all lanes.</summary>
    /// <returns>The first entry that is left.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private int Apply<TLanes>(int at)
        where TLanes : unmanaged, ILanes<TLanes, float>
    {
        ref float results = ref MemoryMarshal.GetReference(_results);
        TLanes largest = TLanes.Fill(_largest);
        TLanes least = TLanes.Fill(-Most);
        for (; at + TLanes.Count <= _values.Length; at += TLanes.Count)
        {
            TLanes x = TLanes.Load(in MemoryMarshal.GetReference(_values), at) - largest;
            TLanes.Store(Of<TLanes, float>(TLanes.WhereGreater(least, x, least, x)), ref results, at);
        }

        return at;
    }
}

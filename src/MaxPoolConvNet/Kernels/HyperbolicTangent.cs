using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>values = tanh(values), entry by entry.</summary>
/// <remarks>
/// In single precision it runs on all lanes, within 4 units in the last place. In double precision it calls the platform's function for
/// each number, which is exact enough for a gradient check.
/// It is 1 − 2 / (e^(2|x|) + 1) for |x|, which is 1 from 9.1 on. Below 0.3, where that difference loses digits, it is the odd series
/// x − x³/3 + 2x⁵/15 − 17x⁷/315 + 62x⁹/2835 − 1382x¹¹/155925, whose next term is under 10⁻⁷ of x there. NaN gives NaN,
/// infinities ±1, and −0 stays −0.
/// </remarks>
/// <param name="values">Whole cache lines.</param>
internal readonly ref struct HyperbolicTangent<T>(Span<T> values) : IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Span<T> _values = values;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        if (typeof(T) == typeof(double))
        {
            foreach (ref T value in _values)
                value = T.Tanh(value);
            return;
        }

        // in one chain of operations each waits for the one before; two at once fill the gaps
        int done = Apply<TwoLanes<TLanes, T>>(0);
        Apply<TLanes>(done);
    }

    /// <summary>Applies it from an entry on, as far as there are all lanes.</summary>
    /// <returns>The first entry that is left.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private int Apply<TLanes>(int at)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        ref T values = ref MemoryMarshal.GetReference(_values);
        for (; at + TLanes.Count <= _values.Length; at += TLanes.Count)
            TLanes.Store(Tanh(TLanes.Load(in values, at)), ref values, at);
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Tanh<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        TLanes one = TLanes.Fill(T.One);
        TLanes size = TLanes.Abs(x);
        TLanes most = TLanes.Fill(T.CreateChecked(9.1));
        TLanes exponential = Exponential.Of<TLanes, T>(TLanes.Fill(T.CreateChecked(2)) * TLanes.WhereGreater(size, most, most, size));
        TLanes large = one - (TLanes.Fill(T.CreateChecked(2)) / (exponential + one));
        large = TLanes.WhereGreater(TLanes.Fill(T.Zero), x, TLanes.Fill(T.Zero) - large, large);

        TLanes square = x * x;
        TLanes series = TLanes.Fill(T.CreateChecked(-1382.0 / 155925));
        series = (series * square) + TLanes.Fill(T.CreateChecked(62.0 / 2835));
        series = (series * square) + TLanes.Fill(T.CreateChecked(-17.0 / 315));
        series = (series * square) + TLanes.Fill(T.CreateChecked(2.0 / 15));
        series = (series * square) + TLanes.Fill(T.CreateChecked(-1.0 / 3));
        // as a product, since x + x³·series would turn −0 into 0
        return TLanes.WhereGreater(TLanes.Fill(T.CreateChecked(0.3)), size, x * (one + (square * series)), large);
    }
}

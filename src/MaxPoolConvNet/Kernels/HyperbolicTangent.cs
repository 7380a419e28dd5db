using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>
/// values = tanh(values), entry by entry: in single precision on all lanes, within 4 units in the last place; in double precision the
/// platform's own, number by number, which is as exact as a gradient check wants it.
/// </summary>
/// <remarks>
/// tanh |x| = 1 − 2 / (e^(2|x|) + 1); below 0.3, where that difference loses digits, the odd series
/// x − x³/3 + 2x⁵/15 − 17x⁷/315 + 62x⁹/2835 − 1382x¹¹/155925, whose next term is under 10⁻⁷ of x there. NaN gives NaN, infinities ±1,
/// and −0 stays −0.
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

        ref T values = ref MemoryMarshal.GetReference(_values);
        for (int at = 0; at < _values.Length; at += TLanes.Count)
            TLanes.Store(Tanh(TLanes.Load(in values, at)), ref values, at);
    }

    private static TLanes Tanh<TLanes>(TLanes x)
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        TLanes one = TLanes.Fill(T.One);
        TLanes two = TLanes.Fill(T.CreateChecked(2));
        TLanes size = TLanes.Abs(x);
        TLanes large = one - (two / (TLanes.Exp(two * size) + one));
        large = TLanes.WhereGreater(TLanes.Fill(T.Zero), x, TLanes.Fill(T.Zero) - large, large);

        TLanes square = x * x;
        TLanes series = TLanes.Fill(T.CreateChecked(-1382.0 / 155925));
        series = (series * square) + TLanes.Fill(T.CreateChecked(62.0 / 2835));
        series = (series * square) + TLanes.Fill(T.CreateChecked(-17.0 / 315));
        series = (series * square) + TLanes.Fill(T.CreateChecked(2.0 / 15));
        series = (series * square) + TLanes.Fill(T.CreateChecked(-1.0 / 3));
        // as a product: x + x³·series would make a 0 of −0
        return TLanes.WhereGreater(TLanes.Fill(T.CreateChecked(0.3)), size, x * (one + (square * series)), large);
    }
}

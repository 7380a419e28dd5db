using System.Runtime.CompilerServices;

namespace MaxPoolConvNet;

/// <summary>Two adjacent vectors.</summary>
internal readonly struct TwoShortLanes<TLanes>(TLanes first, TLanes second) : IShortLanes<TwoShortLanes<TLanes>>
    where TLanes : unmanaged, IShortLanes<TLanes>
{
    private readonly TLanes _first = first;
    private readonly TLanes _second = second;

    public static int Count => 2 * TLanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoShortLanes<TLanes> Load(ref readonly short start, nint offset) => new(
        TLanes.Load(in start, offset),
        TLanes.Load(in start, offset + TLanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoShortLanes<TLanes> LoadBytes(ref readonly sbyte start, nint offset) => new(
        TLanes.LoadBytes(in start, offset),
        TLanes.LoadBytes(in start, offset + TLanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoShortLanes<TLanes> Fill(short value)
    {
        TLanes lanes = TLanes.Fill(value);
        return new(lanes, lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(TwoShortLanes<TLanes> value, ref short start, nint offset)
    {
        TLanes.Store(value._first, ref start, offset);
        TLanes.Store(value._second, ref start, offset + TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoShortLanes<TLanes> operator +(TwoShortLanes<TLanes> left, TwoShortLanes<TLanes> right) => new(
        left._first + right._first, left._second + right._second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoShortLanes<TLanes> Max(TwoShortLanes<TLanes> left, TwoShortLanes<TLanes> right) => new(
        TLanes.Max(left._first, right._first),
        TLanes.Max(left._second, right._second));
}

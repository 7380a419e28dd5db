using System.Runtime.CompilerServices;

namespace MaxPoolConvNet;

/// <summary>Four adjacent vectors, which give a loop four independent running values in registers.</summary>
internal readonly struct FourShortLanes<TLanes>(TLanes first, TLanes second, TLanes third, TLanes fourth)
    : IShortLanes<FourShortLanes<TLanes>>
    where TLanes : unmanaged, IShortLanes<TLanes>
{
    private readonly TLanes _first = first;
    private readonly TLanes _second = second;
    private readonly TLanes _third = third;
    private readonly TLanes _fourth = fourth;

    public static int Count => 4 * TLanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourShortLanes<TLanes> Load(ref readonly short start, nint offset) => new(
        TLanes.Load(in start, offset),
        TLanes.Load(in start, offset + TLanes.Count),
        TLanes.Load(in start, offset + (2 * TLanes.Count)),
        TLanes.Load(in start, offset + (3 * TLanes.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourShortLanes<TLanes> LoadBytes(ref readonly sbyte start, nint offset) => new(
        TLanes.LoadBytes(in start, offset),
        TLanes.LoadBytes(in start, offset + TLanes.Count),
        TLanes.LoadBytes(in start, offset + (2 * TLanes.Count)),
        TLanes.LoadBytes(in start, offset + (3 * TLanes.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourShortLanes<TLanes> Fill(short value)
    {
        TLanes lanes = TLanes.Fill(value);
        return new(lanes, lanes, lanes, lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(FourShortLanes<TLanes> value, ref short start, nint offset)
    {
        TLanes.Store(value._first, ref start, offset);
        TLanes.Store(value._second, ref start, offset + TLanes.Count);
        TLanes.Store(value._third, ref start, offset + (2 * TLanes.Count));
        TLanes.Store(value._fourth, ref start, offset + (3 * TLanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourShortLanes<TLanes> operator +(FourShortLanes<TLanes> left, FourShortLanes<TLanes> right) => new(
        left._first + right._first, left._second + right._second, left._third + right._third, left._fourth + right._fourth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourShortLanes<TLanes> Max(FourShortLanes<TLanes> left, FourShortLanes<TLanes> right) => new(
        TLanes.Max(left._first, right._first),
        TLanes.Max(left._second, right._second),
        TLanes.Max(left._third, right._third),
        TLanes.Max(left._fourth, right._fourth));
}

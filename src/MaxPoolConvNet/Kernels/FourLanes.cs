using System.Numerics;
using System.Runtime.CompilerServices;

namespace MaxPoolConvNet;

/// <summary>Four lanes side by side.</summary>
/// <remarks>A loop keeps four running values in registers and, with 512-bit lanes, reads 256 bytes of a row at a time.</remarks>
internal readonly struct FourLanes<TLanes, T>(TLanes first, TLanes second, TLanes third, TLanes fourth) : ILanes<FourLanes<TLanes, T>, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TLanes _first = first;
    private readonly TLanes _second = second;
    private readonly TLanes _third = third;
    private readonly TLanes _fourth = fourth;

    public static int Count => 4 * TLanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes<TLanes, T> Load(ref readonly T start, nint offset) => new(
        TLanes.Load(in start, offset),
        TLanes.Load(in start, offset + TLanes.Count),
        TLanes.Load(in start, offset + (2 * TLanes.Count)),
        TLanes.Load(in start, offset + (3 * TLanes.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes<TLanes, T> LoadUpperHalves(ref readonly ushort start, nint offset) => new(
        TLanes.LoadUpperHalves(in start, offset),
        TLanes.LoadUpperHalves(in start, offset + TLanes.Count),
        TLanes.LoadUpperHalves(in start, offset + (2 * TLanes.Count)),
        TLanes.LoadUpperHalves(in start, offset + (3 * TLanes.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes<TLanes, T> LoadShorts(ref readonly short start, nint offset) => new(
        TLanes.LoadShorts(in start, offset),
        TLanes.LoadShorts(in start, offset + TLanes.Count),
        TLanes.LoadShorts(in start, offset + (2 * TLanes.Count)),
        TLanes.LoadShorts(in start, offset + (3 * TLanes.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes<TLanes, T> LoadBytes(ref readonly sbyte start, nint offset) => new(
        TLanes.LoadBytes(in start, offset),
        TLanes.LoadBytes(in start, offset + TLanes.Count),
        TLanes.LoadBytes(in start, offset + (2 * TLanes.Count)),
        TLanes.LoadBytes(in start, offset + (3 * TLanes.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes<TLanes, T> Fill(T value)
    {
        // one value, which a processor broadcasts from memory
        TLanes filled = TLanes.Fill(value);
        return new(filled, filled, filled, filled);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(FourLanes<TLanes, T> value, ref T start, nint offset)
    {
        TLanes.Store(value._first, ref start, offset);
        TLanes.Store(value._second, ref start, offset + TLanes.Count);
        TLanes.Store(value._third, ref start, offset + (2 * TLanes.Count));
        TLanes.Store(value._fourth, ref start, offset + (3 * TLanes.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes<TLanes, T> operator +(FourLanes<TLanes, T> left, FourLanes<TLanes, T> right) => new(
        left._first + right._first, left._second + right._second, left._third + right._third, left._fourth + right._fourth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes<TLanes, T> operator -(FourLanes<TLanes, T> left, FourLanes<TLanes, T> right) => new(
        left._first - right._first, left._second - right._second, left._third - right._third, left._fourth - right._fourth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes<TLanes, T> operator *(FourLanes<TLanes, T> left, FourLanes<TLanes, T> right) => new(
        left._first * right._first, left._second * right._second, left._third * right._third, left._fourth * right._fourth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes<TLanes, T> operator /(FourLanes<TLanes, T> left, FourLanes<TLanes, T> right) => new(
        left._first / right._first, left._second / right._second, left._third / right._third, left._fourth / right._fourth);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes<TLanes, T> MultiplyAdd(
        FourLanes<TLanes, T> left, FourLanes<TLanes, T> right, FourLanes<TLanes, T> addend) => new(
        TLanes.MultiplyAdd(left._first, right._first, addend._first),
        TLanes.MultiplyAdd(left._second, right._second, addend._second),
        TLanes.MultiplyAdd(left._third, right._third, addend._third),
        TLanes.MultiplyAdd(left._fourth, right._fourth, addend._fourth));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes<TLanes, T> Sqrt(FourLanes<TLanes, T> value) => new(
        TLanes.Sqrt(value._first), TLanes.Sqrt(value._second), TLanes.Sqrt(value._third), TLanes.Sqrt(value._fourth));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes<TLanes, T> TimesPowerOfTwo(FourLanes<TLanes, T> value, FourLanes<TLanes, T> exponent) => new(
        TLanes.TimesPowerOfTwo(value._first, exponent._first),
        TLanes.TimesPowerOfTwo(value._second, exponent._second),
        TLanes.TimesPowerOfTwo(value._third, exponent._third),
        TLanes.TimesPowerOfTwo(value._fourth, exponent._fourth));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes<TLanes, T> Abs(FourLanes<TLanes, T> value) => new(
        TLanes.Abs(value._first), TLanes.Abs(value._second), TLanes.Abs(value._third), TLanes.Abs(value._fourth));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes<TLanes, T> WhereGreater(
        FourLanes<TLanes, T> left, FourLanes<TLanes, T> right, FourLanes<TLanes, T> then, FourLanes<TLanes, T> otherwise) => new(
        TLanes.WhereGreater(left._first, right._first, then._first, otherwise._first),
        TLanes.WhereGreater(left._second, right._second, then._second, otherwise._second),
        TLanes.WhereGreater(left._third, right._third, then._third, otherwise._third),
        TLanes.WhereGreater(left._fourth, right._fourth, then._fourth, otherwise._fourth));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(FourLanes<TLanes, T> value) =>
        TLanes.Sum((value._first + value._third) + (value._second + value._fourth));
}

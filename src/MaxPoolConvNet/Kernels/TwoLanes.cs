using System.Numerics;
using System.Runtime.CompilerServices;

namespace MaxPoolConvNet;

/// <summary>Two lanes side by side, which give a loop two independent running values in registers.</summary>
internal readonly struct TwoLanes<TLanes, T>(TLanes first, TLanes second) : ILanes<TwoLanes<TLanes, T>, T>
    where TLanes : unmanaged, ILanes<TLanes, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly TLanes _first = first;
    private readonly TLanes _second = second;

    public static int Count => 2 * TLanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes, T> Load(ref readonly T start, nint offset) => new(
        TLanes.Load(in start, offset),
        TLanes.Load(in start, offset + TLanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes, T> LoadUpperHalves(ref readonly ushort start, nint offset) => new(
        TLanes.LoadUpperHalves(in start, offset),
        TLanes.LoadUpperHalves(in start, offset + TLanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes, T> LoadShorts(ref readonly short start, nint offset) => new(
        TLanes.LoadShorts(in start, offset),
        TLanes.LoadShorts(in start, offset + TLanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes, T> LoadBytes(ref readonly sbyte start, nint offset) => new(
        TLanes.LoadBytes(in start, offset),
        TLanes.LoadBytes(in start, offset + TLanes.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes, T> Fill(T value)
    {
        // one value, which a processor broadcasts from memory: twice Fill would be a load and a shuffle, on the port of the sums
        TLanes filled = TLanes.Fill(value);
        return new(filled, filled);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(TwoLanes<TLanes, T> value, ref T start, nint offset)
    {
        TLanes.Store(value._first, ref start, offset);
        TLanes.Store(value._second, ref start, offset + TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes, T> operator +(TwoLanes<TLanes, T> left, TwoLanes<TLanes, T> right) => new(
        left._first + right._first, left._second + right._second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes, T> operator -(TwoLanes<TLanes, T> left, TwoLanes<TLanes, T> right) => new(
        left._first - right._first, left._second - right._second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes, T> operator *(TwoLanes<TLanes, T> left, TwoLanes<TLanes, T> right) => new(
        left._first * right._first, left._second * right._second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes, T> operator /(TwoLanes<TLanes, T> left, TwoLanes<TLanes, T> right) => new(
        left._first / right._first, left._second / right._second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes, T> MultiplyAdd(TwoLanes<TLanes, T> left, TwoLanes<TLanes, T> right, TwoLanes<TLanes, T> addend) => new(
        TLanes.MultiplyAdd(left._first, right._first, addend._first),
        TLanes.MultiplyAdd(left._second, right._second, addend._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes, T> Sqrt(TwoLanes<TLanes, T> value) => new(
        TLanes.Sqrt(value._first), TLanes.Sqrt(value._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes, T> TimesPowerOfTwo(TwoLanes<TLanes, T> value, TwoLanes<TLanes, T> exponent) => new(
        TLanes.TimesPowerOfTwo(value._first, exponent._first),
        TLanes.TimesPowerOfTwo(value._second, exponent._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes, T> Abs(TwoLanes<TLanes, T> value) => new(
        TLanes.Abs(value._first), TLanes.Abs(value._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TwoLanes<TLanes, T> WhereGreater(
        TwoLanes<TLanes, T> left, TwoLanes<TLanes, T> right, TwoLanes<TLanes, T> then, TwoLanes<TLanes, T> otherwise) => new(
        TLanes.WhereGreater(left._first, right._first, then._first, otherwise._first),
        TLanes.WhereGreater(left._second, right._second, then._second, otherwise._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(TwoLanes<TLanes, T> value) => TLanes.Sum(value._first + value._second);
}

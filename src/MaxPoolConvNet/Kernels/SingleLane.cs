using System.Numerics;
using System.Runtime.CompilerServices;

namespace MaxPoolConvNet;

/// <summary>One number: used without processor vectors, and by tests as the reference for vectors.</summary>
internal readonly struct SingleLane<T>(T number) : ILanes<SingleLane<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T _number = number;

    public static int Count => 1;

    public static SingleLane<T> Load(ref readonly T start, nint offset) => new(Unsafe.Add(ref Unsafe.AsRef(in start), offset));

    public static SingleLane<T> LoadUpperHalves(ref readonly ushort start, nint offset) =>
        new(Unsafe.BitCast<int, T>(Unsafe.Add(ref Unsafe.AsRef(in start), offset) << 16));

    public static SingleLane<T> LoadShorts(ref readonly short start, nint offset) =>
        new(T.CreateTruncating(Unsafe.Add(ref Unsafe.AsRef(in start), offset)));

    public static SingleLane<T> LoadBytes(ref readonly sbyte start, nint offset) =>
        new(T.CreateTruncating(Unsafe.Add(ref Unsafe.AsRef(in start), offset)));

    public static SingleLane<T> Fill(T value) => new(value);

    public static void Store(SingleLane<T> value, ref T start, nint offset) => Unsafe.Add(ref start, offset) = value._number;

    public static SingleLane<T> operator +(SingleLane<T> left, SingleLane<T> right) => new(left._number + right._number);

    public static SingleLane<T> operator -(SingleLane<T> left, SingleLane<T> right) => new(left._number - right._number);

    public static SingleLane<T> operator *(SingleLane<T> left, SingleLane<T> right) => new(left._number * right._number);

    public static SingleLane<T> operator /(SingleLane<T> left, SingleLane<T> right) => new(left._number / right._number);

    public static SingleLane<T> MultiplyAdd(SingleLane<T> left, SingleLane<T> right, SingleLane<T> addend) =>
        new(T.MultiplyAddEstimate(left._number, right._number, addend._number));

    public static SingleLane<T> Sqrt(SingleLane<T> value) => new(T.Sqrt(value._number));

    public static SingleLane<T> TimesPowerOfTwo(SingleLane<T> value, SingleLane<T> exponent) =>
        new(Unsafe.BitCast<int, T>(Unsafe.BitCast<T, int>(value._number) + (int.CreateTruncating(exponent._number) << 23)));

    public static SingleLane<T> Abs(SingleLane<T> value) => new(T.Abs(value._number));

    public static SingleLane<T> WhereGreater(SingleLane<T> left, SingleLane<T> right, SingleLane<T> then, SingleLane<T> otherwise) =>
        left._number > right._number ? then : otherwise;

    public static T Sum(SingleLane<T> value) => value._number;
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MaxPoolConvNet;

/// <summary>512 bits of numbers.</summary>
internal readonly struct Lanes512<T>(Vector512<T> numbers) : ILanes<Lanes512<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector512<T> _numbers = numbers;

    public static int Count => Vector512<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Load(ref readonly T start, nint offset) =>
        new(Vector512.LoadUnsafe(in Unsafe.Add(ref Unsafe.AsRef(in start), offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> LoadUpperHalves(ref readonly ushort start, nint offset) =>
        new((Vector512.WidenLower(Vector256.LoadUnsafe(in start, (nuint)offset).ToVector512Unsafe()) << 16).As<uint, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> LoadShorts(ref readonly short start, nint offset) => Widen(Vector256.LoadUnsafe(in start, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> LoadBytes(ref readonly sbyte start, nint offset) =>
        Widen(Vector256.WidenLower(Vector128.LoadUnsafe(in start, (nuint)offset).ToVector256Unsafe()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Fill(T value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512<T> value, ref T start, nint offset) => value._numbers.StoreUnsafe(ref Unsafe.Add(ref start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator +(Lanes512<T> left, Lanes512<T> right) => new(left._numbers + right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> left, Lanes512<T> right) => new(left._numbers - right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator *(Lanes512<T> left, Lanes512<T> right) => new(left._numbers * right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator /(Lanes512<T> left, Lanes512<T> right) => new(left._numbers / right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> MultiplyAdd(Lanes512<T> left, Lanes512<T> right, Lanes512<T> addend) => typeof(T) == typeof(float)
        ? new(Vector512.MultiplyAddEstimate(left._numbers.AsSingle(), right._numbers.AsSingle(), addend._numbers.AsSingle()).As<float, T>())
        : new(Vector512.MultiplyAddEstimate(
            left._numbers.AsDouble(), right._numbers.AsDouble(), addend._numbers.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sqrt(Lanes512<T> value) => new(Vector512.Sqrt(value._numbers));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> TimesPowerOfTwo(Lanes512<T> value, Lanes512<T> exponent) =>
        new((value._numbers.AsInt32() + (Vector512.ConvertToInt32Native(exponent._numbers.AsSingle()) << 23)).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Abs(Lanes512<T> value) => new(Vector512.Abs(value._numbers));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> WhereGreater(Lanes512<T> left, Lanes512<T> right, Lanes512<T> then, Lanes512<T> otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.GreaterThan(left._numbers, right._numbers), then._numbers, otherwise._numbers));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Lanes512<T> value) => Lanes256<T>.Sum(new(value._numbers.GetLower() + value._numbers.GetUpper()));

    /// <summary>16-bit whole numbers as single-precision numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes512<T> Widen(Vector256<short> numbers) =>
        new(Vector512.ConvertToSingle(Vector512.WidenLower(numbers.ToVector512Unsafe())).As<float, T>());
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MaxPoolConvNet;

/// <summary>256 bits of numbers.</summary>
internal readonly struct Lanes256<T>(Vector256<T> numbers) : ILanes<Lanes256<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector256<T> _numbers = numbers;

    public static int Count => Vector256<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Load(ref readonly T start, nint offset) =>
        new(Vector256.LoadUnsafe(in Unsafe.Add(ref Unsafe.AsRef(in start), offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> LoadUpperHalves(ref readonly ushort start, nint offset) =>
        new((Vector256.WidenLower(Vector128.LoadUnsafe(in start, (nuint)offset).ToVector256Unsafe()) << 16).As<uint, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> LoadShorts(ref readonly short start, nint offset) => Widen(Vector128.LoadUnsafe(in start, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> LoadBytes(ref readonly sbyte start, nint offset) =>
        Widen(Vector128.WidenLower(Vector64.LoadUnsafe(in start, (nuint)offset).ToVector128Unsafe()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Fill(T value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes256<T> value, ref T start, nint offset) => value._numbers.StoreUnsafe(ref Unsafe.Add(ref start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator +(Lanes256<T> left, Lanes256<T> right) => new(left._numbers + right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> left, Lanes256<T> right) => new(left._numbers - right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator *(Lanes256<T> left, Lanes256<T> right) => new(left._numbers * right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator /(Lanes256<T> left, Lanes256<T> right) => new(left._numbers / right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> MultiplyAdd(Lanes256<T> left, Lanes256<T> right, Lanes256<T> addend) => typeof(T) == typeof(float)
        ? new(Vector256.MultiplyAddEstimate(left._numbers.AsSingle(), right._numbers.AsSingle(), addend._numbers.AsSingle()).As<float, T>())
        : new(Vector256.MultiplyAddEstimate(
            left._numbers.AsDouble(), right._numbers.AsDouble(), addend._numbers.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sqrt(Lanes256<T> value) => new(Vector256.Sqrt(value._numbers));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> TimesPowerOfTwo(Lanes256<T> value, Lanes256<T> exponent) =>
        new((value._numbers.AsInt32() + (Vector256.ConvertToInt32Native(exponent._numbers.AsSingle()) << 23)).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Abs(Lanes256<T> value) => new(Vector256.Abs(value._numbers));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> WhereGreater(Lanes256<T> left, Lanes256<T> right, Lanes256<T> then, Lanes256<T> otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.GreaterThan(left._numbers, right._numbers), then._numbers, otherwise._numbers));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Lanes256<T> value) => Lanes128<T>.Sum(new(value._numbers.GetLower() + value._numbers.GetUpper()));

    /// <summary>16-bit whole numbers as single-precision numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes256<T> Widen(Vector128<short> numbers) =>
        new(Vector256.ConvertToSingle(Vector256.WidenLower(numbers.ToVector256Unsafe())).As<float, T>());
}

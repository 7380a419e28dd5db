using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Wasm;

namespace MaxPoolConvNet;

/// <summary>128 bits of numbers.</summary>
internal readonly struct Lanes128<T>(Vector128<T> numbers) : ILanes<Lanes128<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector128<T> _numbers = numbers;

    public static int Count => Vector128<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Load(ref readonly T start, nint offset) =>
        new(Vector128.LoadUnsafe(in Unsafe.Add(ref Unsafe.AsRef(in start), offset)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> LoadUpperHalves(ref readonly ushort start, nint offset) =>
        new((Vector128.WidenLower(Vector64.LoadUnsafe(in start, (nuint)offset).ToVector128Unsafe()) << 16).As<uint, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> LoadShorts(ref readonly short start, nint offset) =>
        Widen(Vector64.LoadUnsafe(in start, (nuint)offset).ToVector128Unsafe());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> LoadBytes(ref readonly sbyte start, nint offset) =>
        Widen(Vector128.WidenLower(Vector128.CreateScalarUnsafe(
            Unsafe.ReadUnaligned<int>(in Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref Unsafe.AsRef(in start), offset)))).AsSByte()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Fill(T value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes128<T> value, ref T start, nint offset) => value._numbers.StoreUnsafe(ref Unsafe.Add(ref start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator +(Lanes128<T> left, Lanes128<T> right) => new(left._numbers + right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> left, Lanes128<T> right) => new(left._numbers - right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator *(Lanes128<T> left, Lanes128<T> right) => new(left._numbers * right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator /(Lanes128<T> left, Lanes128<T> right) => new(left._numbers / right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> MultiplyAdd(Lanes128<T> left, Lanes128<T> right, Lanes128<T> addend)
    {
        if (PackedSimd.IsSupported) return (left * right) + addend;
        return typeof(T) == typeof(float)
            ? new(Vector128.MultiplyAddEstimate(
                left._numbers.AsSingle(), right._numbers.AsSingle(), addend._numbers.AsSingle()).As<float, T>())
            : new(Vector128.MultiplyAddEstimate(
                left._numbers.AsDouble(), right._numbers.AsDouble(), addend._numbers.AsDouble()).As<double, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sqrt(Lanes128<T> value) => PackedSimd.IsSupported && typeof(T) == typeof(float)
        ? new(PackedSimd.Sqrt(value._numbers.AsSingle()).As<float, T>())
        : new(Vector128.Sqrt(value._numbers));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> TimesPowerOfTwo(Lanes128<T> value, Lanes128<T> exponent) =>
        new((value._numbers.AsInt32() + (Vector128.ConvertToInt32Native(exponent._numbers.AsSingle()) << 23)).As<int, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Abs(Lanes128<T> value) => new(Vector128.Abs(value._numbers));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> WhereGreater(Lanes128<T> left, Lanes128<T> right, Lanes128<T> then, Lanes128<T> otherwise) =>
        new(Vector128.ConditionalSelect(Vector128.GreaterThan(left._numbers, right._numbers), then._numbers, otherwise._numbers));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Lanes128<T> value)
    {
        if (typeof(T) == typeof(double))
        {
            Vector128<double> two = value._numbers.AsDouble();
            return (two + Vector128.Shuffle(two, Vector128.Create(1L, 0L))).As<double, T>().ToScalar();
        }

        Vector128<float> four = value._numbers.AsSingle();
        four += Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1));
        four += Vector128.Shuffle(four, Vector128.Create(1, 0, 3, 2));
        return four.As<float, T>().ToScalar();
    }

    /// <summary>The lower half of 16-bit whole numbers as single-precision numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes128<T> Widen(Vector128<short> numbers) =>
        new(Vector128.ConvertToSingle(Vector128.WidenLower(numbers)).As<float, T>());
}

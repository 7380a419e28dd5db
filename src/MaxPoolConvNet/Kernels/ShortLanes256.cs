using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MaxPoolConvNet;

/// <summary>A vector of 256 bits with 16-bit integers.</summary>
internal readonly struct ShortLanes256(Vector256<short> numbers) : IShortLanes<ShortLanes256>
{
    private readonly Vector256<short> _numbers = numbers;

    public static int Count => Vector256<short>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ShortLanes256 Load(ref readonly short start, nint offset) => new(Vector256.LoadUnsafe(in start, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ShortLanes256 LoadBytes(ref readonly sbyte start, nint offset) =>
        new(Avx2.IsSupported
            ? Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(in start, (nuint)offset))
            : Vector256.WidenLower(Vector128.LoadUnsafe(in start, (nuint)offset).ToVector256Unsafe()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ShortLanes256 Fill(short value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ShortLanes256 value, ref short start, nint offset) => value._numbers.StoreUnsafe(ref start, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ShortLanes256 operator +(ShortLanes256 left, ShortLanes256 right) => new(left._numbers + right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ShortLanes256 Max(ShortLanes256 left, ShortLanes256 right) => new(Vector256.Max(left._numbers, right._numbers));
}

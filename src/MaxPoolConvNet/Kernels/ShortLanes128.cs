using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MaxPoolConvNet;

/// <summary>A vector of 128 bits with 16-bit integers.</summary>
internal readonly struct ShortLanes128(Vector128<short> numbers) : IShortLanes<ShortLanes128>
{
    private readonly Vector128<short> _numbers = numbers;

    public static int Count => Vector128<short>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ShortLanes128 Load(ref readonly short start, nint offset) => new(Vector128.LoadUnsafe(in start, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ShortLanes128 LoadBytes(ref readonly sbyte start, nint offset) =>
        new(Vector128.WidenLower(Vector64.LoadUnsafe(in start, (nuint)offset).ToVector128Unsafe()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ShortLanes128 Fill(short value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ShortLanes128 value, ref short start, nint offset) => value._numbers.StoreUnsafe(ref start, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ShortLanes128 operator +(ShortLanes128 left, ShortLanes128 right) => new(left._numbers + right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ShortLanes128 Max(ShortLanes128 left, ShortLanes128 right) => new(Vector128.Max(left._numbers, right._numbers));
}

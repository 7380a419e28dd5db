using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MaxPoolConvNet;

/// <summary>A vector of 512 bits with 16-bit integers.</summary>
internal readonly struct ShortLanes512(Vector512<short> numbers) : IShortLanes<ShortLanes512>
{
    private readonly Vector512<short> _numbers = numbers;

    public static int Count => Vector512<short>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ShortLanes512 Load(ref readonly short start, nint offset) => new(Vector512.LoadUnsafe(in start, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ShortLanes512 LoadBytes(ref readonly sbyte start, nint offset) =>
        new(Avx512BW.IsSupported
            ? Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(in start, (nuint)offset))
            : Vector512.WidenLower(Vector256.LoadUnsafe(in start, (nuint)offset).ToVector512Unsafe()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ShortLanes512 Fill(short value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ShortLanes512 value, ref short start, nint offset) => value._numbers.StoreUnsafe(ref start, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ShortLanes512 operator +(ShortLanes512 left, ShortLanes512 right) => new(left._numbers + right._numbers);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ShortLanes512 Max(ShortLanes512 left, ShortLanes512 right) => new(Vector512.Max(left._numbers, right._numbers));
}

using System.Numerics;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Tests;

internal static class Bits
{
    /// <summary>Bit by bit, so that −0 isn't 0.</summary>
    public static void Equal<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // xunit's own comparison is slow, and needed only to show where they differ
        if (!MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(actual))) Assert.Equal(Hex(expected), Hex(actual));
    }

    private static string[] Hex<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Array.ConvertAll(numbers.ToArray(), number => $"{number:R} ({Convert.ToHexString(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in number)))})");
}

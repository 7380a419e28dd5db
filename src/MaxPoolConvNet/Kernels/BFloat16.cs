using System.Numerics;
using System.Runtime.CompilerServices;

namespace MaxPoolConvNet;

/// <summary>16-bit numbers (bfloat16): the upper halves of single-precision numbers.</summary>
internal static class BFloat16
{
    /// <summary>The largest single-precision number that isn't rounded to infinity.</summary>
    public static float MaxValue { get; } = BitConverter.Int32BitsToSingle(0x7F7F7FFF);

    /// <summary>Rounds to the nearest number, ties to even; numbers that are too large become infinite.</summary>
    /// <param name="numbers">The numbers, without NaN.</param>
    /// <param name="upperHalves">Receives the same number of upper halves.</param>
    public static void Round(ReadOnlySpan<float> numbers, Span<ushort> upperHalves)
    {
        for (int at = 0; at < numbers.Length; at++)
        {
            uint bits = BitConverter.SingleToUInt32Bits(numbers[at]);
            upperHalves[at] = (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
        }
    }

    /// <summary>Returns random bits that two numbers determine.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint RandomBits(float first, float second)
    {
        // multiplicative hashing (Knuth 1998, section 6.4), twice
        uint bits = BitConverter.SingleToUInt32Bits(first) ^ BitOperations.RotateLeft(BitConverter.SingleToUInt32Bits(second), 16);
        uint hash = bits * 0x9E3779B1;
        return (hash ^ (hash >> 15)) * 0x85EBCA6B;
    }

    /// <summary>
    /// Rounds a number up or down, up with the probability that makes the rounded number right in the mean, so that a sum still
    /// grows by numbers far below its last digit.
    /// </summary>
    /// <param name="number">The number.</param>
    /// <param name="random">16 random bits.</param>
    /// <returns>The upper half.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort RoundAtRandom(float number, uint random) => (ushort)((BitConverter.SingleToUInt32Bits(number) + random) >> 16);

    /// <summary>The single-precision number with an upper half, and zeros below it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Widen(ushort upperHalf) => BitConverter.UInt32BitsToSingle((uint)upperHalf << 16);

    /// <summary>The reverse of <see cref="Round"/>, exact.</summary>
    /// <param name="upperHalves">The upper halves.</param>
    /// <param name="numbers">Receives the same number of numbers.</param>
    public static void Widen(ReadOnlySpan<ushort> upperHalves, Span<float> numbers)
    {
        for (int at = 0; at < upperHalves.Length; at++)
            numbers[at] = Widen(upperHalves[at]);
    }

    /// <summary>Writes or reads upper halves as single-precision numbers; what is read is rounded to the nearest.</summary>
    /// <param name="upperHalves">The upper halves.</param>
    /// <param name="exchange">Writes or reads an array of as many numbers.</param>
    public static void Exchange(Span<ushort> upperHalves, Action<Span<float>> exchange)
    {
        var numbers = new AlignedArray<float>(upperHalves.Length);
        Widen(upperHalves, numbers.Span);
        exchange(numbers.Span);
        Round(numbers.Span, upperHalves);
        numbers.Release();
    }
}

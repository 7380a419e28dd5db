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

    /// <summary>The reverse of <see cref="Round"/>, exact.</summary>
    /// <param name="upperHalves">The upper halves.</param>
    /// <param name="numbers">Receives the same number of numbers.</param>
    public static void Widen(ReadOnlySpan<ushort> upperHalves, Span<float> numbers)
    {
        for (int at = 0; at < upperHalves.Length; at++)
            numbers[at] = BitConverter.UInt32BitsToSingle((uint)upperHalves[at] << 16);
    }
}

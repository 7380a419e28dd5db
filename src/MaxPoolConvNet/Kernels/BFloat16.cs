namespace MaxPoolConvNet;

/// <summary>Numbers of 16 bits: the upper halves of single precision.</summary>
internal static class BFloat16
{
    /// <summary>The largest number in single precision that isn't rounded to infinity.</summary>
    public static float MaxValue { get; } = BitConverter.Int32BitsToSingle(0x7F7F7FFF);

    /// <summary>Rounds to the nearest, of two equally near ones to the even one; too large ones become infinite.</summary>
    /// <param name="numbers">No NaN.</param>
    /// <param name="upperHalves">As many.</param>
    public static void Round(ReadOnlySpan<float> numbers, Span<ushort> upperHalves)
    {
        for (int at = 0; at < numbers.Length; at++)
        {
            uint bits = BitConverter.SingleToUInt32Bits(numbers[at]);
            upperHalves[at] = (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
        }
    }
}

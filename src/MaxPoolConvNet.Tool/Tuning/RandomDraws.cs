namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>A sequence of random numbers; the same seed gives the same numbers.</summary>
/// <remarks>
/// The generator is SplitMix64 (Steele, Lea and Flood 2014), which, unlike .NET's, takes a 64-bit seed. Not thread-safe.
/// </remarks>
internal sealed class RandomDraws(ulong seed)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;

    private ulong _state = Mix(seed + GoldenGamma);

    /// <summary>A number from low to high, high excluded.</summary>
    public double Between(double low, double high) => low + ((high - low) * NextFraction());

    /// <summary>A number from low to high whose logarithm is uniform.</summary>
    public double LogBetween(double low, double high) => Math.Exp(Between(Math.Log(low), Math.Log(high)));

    /// <summary>A whole number from 0 to the bound, the bound excluded.</summary>
    public int Below(int bound) => (int)Math.BigMul(NextBits(), (ulong)bound, out _);

    public T OneOf<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    /// <summary>A number in [0, 1) with 53 random bits.</summary>
    private double NextFraction() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    private ulong NextBits() => Mix(_state += GoldenGamma);

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return bits ^ (bits >> 31);
    }
}

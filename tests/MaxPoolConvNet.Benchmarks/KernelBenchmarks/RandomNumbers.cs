namespace MaxPoolConvNet.Benchmarks.KernelBenchmarks;

/// <summary>Arrays of numbers of the standard normal distribution, aligned as the library's are.</summary>
internal static class RandomNumbers
{
    /// <param name="length">Entries, whole cache lines.</param>
    /// <param name="stream">Another one for other numbers.</param>
    /// <param name="deviation">σ.</param>
    public static AlignedArray<float> Of(int length, ulong stream, double deviation = 1)
    {
        var array = new AlignedArray<float>(length);
        new CounterRandom(1).Stream(stream).FillNormal(array.Span, 0, deviation);
        return array;
    }
}

using System.Numerics;

namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>Counts times in buckets that are 1/64 wide, in constant memory. Not thread-safe.</summary>
internal sealed class LatencyHistogram
{
    private const int Bits = 6;
    private readonly long[] _counts = new long[(64 - Bits) << Bits];

    public long Count { get; private set; }

    public void Add(TimeSpan time)
    {
        _counts[Bucket((ulong)Math.Max(0, time.Ticks))]++;
        Count++;
    }

    public void Add(LatencyHistogram other)
    {
        for (int bucket = 0; bucket < _counts.Length; bucket++)
            _counts[bucket] += other._counts[bucket];
        Count += other.Count;
    }

    /// <summary>The time that a fraction of all times don't exceed, in seconds.</summary>
    public double Quantile(double fraction)
    {
        long rest = (long)Math.Ceiling(fraction * Count);
        for (int bucket = 0; bucket < _counts.Length; bucket++)
        {
            rest -= _counts[bucket];
            if (rest <= 0) return (double)Largest(bucket) / TimeSpan.TicksPerSecond;
        }

        return double.NaN;
    }

    private static int Bucket(ulong ticks)
    {
        if (ticks < 1UL << Bits) return (int)ticks;
        int shift = BitOperations.Log2(ticks) - Bits;
        return ((shift + 1) << Bits) + (int)((ticks >> shift) - (1UL << Bits));
    }

    private static ulong Largest(int bucket)
    {
        if (bucket < 1 << Bits) return (ulong)bucket;
        int shift = (bucket >> Bits) - 1;
        return ((((ulong)bucket & ((1UL << Bits) - 1)) + (1UL << Bits) + 1) << shift) - 1;
    }
}

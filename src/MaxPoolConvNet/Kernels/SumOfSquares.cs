using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>Σ x², summed in double precision shard by shard (see <see cref="FilterShards"/>).</summary>
/// <remarks>So millions of single-precision numbers lose no digits, and sums over some filters can be computed elsewhere.</remarks>
internal static class SumOfSquares
{
    /// <param name="entries">Whole cache lines.</param>
    public static double Of<T>(ReadOnlySpan<T> entries)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = 0;
        for (int shard = 0; shard < FilterShards.Count(entries.Length); shard++)
            sum += OfShard(entries, shard);
        return sum;
    }

    /// <summary>The sum of one shard.</summary>
    public static double OfShard<T>(ReadOnlySpan<T> entries, int shard)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ReadOnlySpan<T> own = entries[FilterShards.Entries(shard, entries.Length)];
        T sum = T.Zero;
        Lanes.Run<DotProduct<T>, T>(new DotProduct<T>(own, own, ref sum));
        return double.CreateChecked(sum);
    }
}

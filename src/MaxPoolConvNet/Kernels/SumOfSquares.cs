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
        for (int start = 0; start < entries.Length; start += FilterShards.Size)
        {
            ReadOnlySpan<T> shard = entries[start..Math.Min(start + FilterShards.Size, entries.Length)];
            T ofShard = T.Zero;
            Lanes.Run<DotProduct<T>, T>(new DotProduct<T>(shard, shard, ref ofShard));
            sum += double.CreateChecked(ofShard);
        }

        return sum;
    }
}

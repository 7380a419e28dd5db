namespace MaxPoolConvNet;

/// <summary>Divides sums over filters into shards: 16 adjacent features of h each, summed one shard after the other.</summary>
/// <remarks>
/// Other threads or machines can compute the sums of some shards; the total has the same bits however the shards are divided.
/// </remarks>
internal static class FilterShards
{
    /// <summary>The number of features in a shard: one cache line in single precision.</summary>
    public const int Size = 16;

    /// <summary>The number of shards for this number of features.</summary>
    public static int Count(int features) => Chunks.Count(features, Size);

    /// <summary>The entries of a shard, of so many in whole cache lines.</summary>
    public static Range Entries(int shard, int entries) => (shard * Size)..Math.Min((shard + 1) * Size, entries);

    /// <summary>The shard of a feature.</summary>
    public static int Of(int feature) => feature / Size;
}

namespace MaxPoolConvNet;

/// <summary>
/// What is summed over filters is summed shard by shard: 16 neighbouring features of h each, the shards in their order. A sum over some
/// shards can then be made elsewhere, by another thread or machine, and the whole has the same bits however the shards are divided.
/// </summary>
internal static class FilterShards
{
    /// <summary>Features in a shard: a cache line in single precision.</summary>
    public const int Size = 16;

    /// <summary>The shards of this many features.</summary>
    public static int Count(int features) => Chunks.Count(features, Size);

    /// <summary>The shard of a feature.</summary>
    public static int Of(int feature) => feature / Size;
}

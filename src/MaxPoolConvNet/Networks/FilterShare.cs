namespace MaxPoolConvNet.Networks;

/// <summary>
/// The filters of a network that one of several ranks has: those of adjacent shards of h (see <see cref="FilterShards"/>).
/// </summary>
/// <param name="first">The first feature.</param>
/// <param name="end">The feature after the last one.</param>
internal readonly struct FilterShare(int first, int end)
{
    /// <summary>The first feature.</summary>
    public int First { get; } = first;

    /// <summary>The feature after the last one.</summary>
    public int End { get; } = end;

    /// <summary>All filters.</summary>
    public static FilterShare All => new(0, int.MaxValue);

    /// <summary>Divides the filters among ranks, so that each has about as many entries of U and at least one shard.</summary>
    /// <param name="groups">The filters in the order of their features.</param>
    /// <param name="ranks">The number of ranks; at most the number of shards.</param>
    public static FilterShare[] Divide(IEnumerable<FilterGroup> groups, int ranks)
    {
        int[] widths = [.. groups.SelectMany(group => Enumerable.Repeat(group.Width, group.Count))];
        long[] entries = [.. widths.Chunk(FilterShards.Size).Select(shard => shard.Sum(width => (long)width))];
        long all = entries.Sum();
        long before = 0;
        var shares = new FilterShare[ranks];
        for (int rank = 0, shard = 0; rank < ranks; rank++)
        {
            // a shard at the border belongs to the rank that has its middle
            int first = shard;
            int end = entries.Length - (ranks - rank - 1);
            while (shard < end && (shard == first || ((2 * before) + entries[shard]) * ranks <= 2 * all * (rank + 1)))
                before += entries[shard++];
            shares[rank] = new FilterShare(first * FilterShards.Size, Math.Min(shard * FilterShards.Size, widths.Length));
        }

        return shares;
    }

    /// <summary>The filters of a bank that are in the share.</summary>
    /// <param name="firstFeature">The feature of the bank's first filter.</param>
    /// <param name="filters">The number of the bank's filters.</param>
    public Range OfBank(int firstFeature, int filters) =>
        Math.Clamp(First - firstFeature, 0, filters)..Math.Clamp(End - firstFeature, 0, filters);
}

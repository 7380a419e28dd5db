using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>Adjacent filters of one bank whose features are in one shard of h (see <see cref="FilterShards"/>).</summary>
/// <remarks>Training processes one block at a time and sums each block independently.</remarks>
/// <param name="bank">The bank.</param>
/// <param name="first">The first filter.</param>
/// <param name="count">The number of filters, up to 16.</param>
/// <param name="shard">The shard.</param>
internal readonly struct FilterBlock(int bank, int first, int count, int shard)
{
    public int Bank { get; } = bank;

    public int First { get; } = first;

    public int Count { get; } = count;

    public int Shard { get; } = shard;

    /// <summary>The filters.</summary>
    public Range Filters => First..(First + Count);

    /// <summary>The blocks of some of a network's banks, in the order of h.</summary>
    public static FilterBlock[] Of<T>(Network<T> network, Range banks)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var blocks = new List<FilterBlock>();
        (int firstBank, int count) = banks.GetOffsetAndLength(network.Banks.Length);
        for (int bank = firstBank; bank < firstBank + count; bank++)
        {
            int feature = network.FirstFeature(bank);
            int end = feature + network.Tables[bank].Filters;
            for (int first = feature; first < end;)
            {
                int shard = FilterShards.Of(first);
                int next = Math.Min(end, (shard + 1) * FilterShards.Size);
                blocks.Add(new FilterBlock(bank, first - feature, next - first, shard));
                first = next;
            }
        }

        return [.. blocks];
    }
}

using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>What a thread needs to sum up an <see cref="EmbeddingGradient{T}"/>, used again and again.</summary>
internal sealed class EmbeddingGradientScratch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The filters' rows that a word won with, shard after shard.</summary>
    public ReusableList<WeightedRow<T>> OfWord { get; } = new();

    /// <summary>Where each shard ends among <see cref="OfWord"/>; shards without a row are left out.</summary>
    public ReusableList<int> ShardEnds { get; } = new();

    /// <summary>The entries of a word that occurs several times, text after text.</summary>
    public ReusableList<(int Shard, WinningEntries<T>.Entry Entry)> Entries { get; } = new();

    /// <summary>The same, shard after shard.</summary>
    public CountingSort<WinningEntries<T>.Entry> ByShard { get; } = new();

    /// <summary>The entries of a block of filters.</summary>
    public ReusableList<(int Row, WeightedRow<T> Word)> OfFilters { get; } = new();

    /// <summary>The same, row after row of the block.</summary>
    public CountingSort<WeightedRow<T>> ByRow { get; } = new();

    /// <summary>Takes a word's entries, which are in the order of their shards.</summary>
    public void Begin(ReadOnlySpan<WinningEntries<T>.Entry> entries)
    {
        OfWord.Clear();
        ShardEnds.Clear();
        for (int e = 0; e < entries.Length; e++)
        {
            OfWord.Add(new WeightedRow<T>(entries[e].Row, entries[e].Gradient));
            if (e == entries.Length - 1 || entries[e + 1].Shard != entries[e].Shard) ShardEnds.Add(e + 1);
        }
    }
}

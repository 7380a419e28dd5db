using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>A thread's reusable memory for summing an <see cref="EmbeddingGradient{T}"/>.</summary>
internal sealed class EmbeddingGradientScratch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The filter rows that a word won with, shard by shard.</summary>
    public ReusableList<WeightedRow<T>> OfWord { get; } = new();

    /// <summary>The end of each shard in <see cref="OfWord"/>; shards without rows are omitted.</summary>
    public ReusableList<int> ShardEnds { get; } = new();

    /// <summary>The entries of a word that occurs several times, text by text.</summary>
    public ReusableList<(int Shard, WinningEntries<T>.Entry Entry)> Entries { get; } = new();

    /// <summary>The same entries, shard by shard.</summary>
    public CountingSort<WinningEntries<T>.Entry> ByShard { get; } = new();

    /// <summary>The entries of a block of filters.</summary>
    public ReusableList<(int Row, WeightedRow<T> Word)> OfFilters { get; } = new();

    /// <summary>The same entries, row by row of the block.</summary>
    public CountingSort<WeightedRow<T>> ByRow { get; } = new();

    /// <summary>Stores a word's entries, which are in the order of their shards.</summary>
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

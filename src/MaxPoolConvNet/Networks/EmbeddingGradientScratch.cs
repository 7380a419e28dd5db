using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>What a thread needs to sum up an <see cref="EmbeddingGradient{T}"/>, used again and again.</summary>
internal sealed class EmbeddingGradientScratch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The entries of a word.</summary>
    public ReusableList<(int Shard, WeightedRow<T> Filter)> OfWord { get; } = new();

    /// <summary>The same, shard after shard.</summary>
    public CountingSort<WeightedRow<T>> ByShard { get; } = new();

    /// <summary>The entries of a block of filters.</summary>
    public ReusableList<(int Row, WeightedRow<T> Word)> OfFilters { get; } = new();

    /// <summary>The same, row after row of the block.</summary>
    public CountingSort<WeightedRow<T>> ByRow { get; } = new();
}

using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>A thread's reusable memory for summing an <see cref="EmbeddingGradient{T}"/>.</summary>
internal sealed class EmbeddingGradientScratch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private WeightedRow<T>[] _rows = [];
    private int[] _ends = [];

    /// <summary>The end of each shard in a word's rows; shards without rows are omitted.</summary>
    public ReusableList<int> ShardEnds { get; } = new();

    /// <summary>Room for the rows of a sum.</summary>
    public Span<WeightedRow<T>> Rows(int count)
    {
        if (_rows.Length < count) _rows = new WeightedRow<T>[2 * count];
        return _rows.AsSpan(0, count);
    }

    /// <summary>The ends of lists of rows; 0 at first.</summary>
    public Span<int> Ends(int lists)
    {
        if (_ends.Length < lists) _ends = new int[2 * lists];
        Span<int> ends = _ends.AsSpan(0, lists);
        ends.Clear();
        return ends;
    }
}

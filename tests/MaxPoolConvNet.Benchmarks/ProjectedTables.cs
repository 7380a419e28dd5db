using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Benchmarks;

/// <summary>A network's filters over its embedding, multiplied out with all its vectors.</summary>
internal static class ProjectedTables
{
    public static FilterTable<float>[] Of(Network<float> network)
    {
        EmbeddingTable<float> embedding = network.Embedding!;
        float[] packed = new float[MatrixProduct<float>.PackedLength(embedding.Dimension)];
        int[] words = [.. Enumerable.Range(0, embedding.Words)];
        return Array.ConvertAll(network.Tables, filters =>
        {
            var table = new FilterTable<float>(embedding.Words, filters.Width, filters.Filters);
            Lanes.Run<MatrixProduct<float>, float>(new MatrixProduct<float>(
                embedding.Entries, embedding.Stride, words, filters.AsMatrix(), ..table.RowLength, table.Entries, table.RowLength, packed));
            return table;
        });
    }
}

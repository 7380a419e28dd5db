using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Storage;

/// <summary>The tensors of a network, with the names and shapes of its parameters.</summary>
/// <remarks>
/// "embedding" (words × trained entries), "embedding.static" (words × static entries; in 8 bits, with "embedding.static.scale"; fewer
/// words, if the file refers to given vectors: see <see cref="VectorReference"/>), "U"
/// (S·k × F, where row i·S + s is entry s at position i), "filterBias" (1 × F), "V" (logits × features) and "outputBias" (1 × logits).
/// With several widths, "U3" and so on; with filters over one-hot words and over an embedding, "U3.embedding". Filters in 8 bits have
/// "U.scale" (1 × F) instead of "U", and two tensors of bytes (see <see cref="QuantizedTensors"/>).
/// </remarks>
internal static class NetworkTensors
{
    /// <summary>Returns all tensors of numbers except empty ones.</summary>
    /// <param name="network">The network.</param>
    /// <param name="quantized">Whether filters in 8 bits are stored as such.</param>
    /// <param name="quantizedVectors">Whether static vectors in 8 bits are stored as such.</param>
    /// <param name="ownVectors">
    /// The ids of the words whose static vectors are stored, if the file refers to the other vectors; null if all are stored.
    /// </param>
    public static List<TensorBlock> Of(
        Network<float> network, bool quantized, bool quantizedVectors, int[]? ownVectors = null)
    {
        var blocks = new List<TensorBlock>();
        if (network.Embedding is { } embedding)
        {
            (int words, int fixedSize, int trained) = (embedding.Words, embedding.StaticDimension, embedding.TrainedDimension);
            float[] scales = quantizedVectors ? embedding.Scales : [];
            int stored = ownVectors?.Length ?? words;
            if (fixedSize > 0 && stored > 0)
            {
                blocks.Add(new TensorBlock(
                    ParameterNames.StaticEmbedding,
                    stored,
                    fixedSize,
                    isLarge: true,
                    row => embedding.Static(ownVectors?[row] ?? row),
                    scales));
            }

            if (scales.Length > 0)
            {
                blocks.Add(new TensorBlock(
                    ParameterNames.StaticEmbedding + QuantizedTensors.Scale, 1, fixedSize, isLarge: false, _ => scales));
            }

            if (trained > 0)
                blocks.Add(new TensorBlock(ParameterNames.Embedding, words, trained, isLarge: true, embedding.Trained));
        }

        for (int b = 0; b < network.Banks.Length; b++)
        {
            FilterTable<float> table = network.Tables[b];
            string suffix = network.Suffix(b);
            blocks.Add(quantized && table.Quantized is { } filters
                ? new TensorBlock(
                    ParameterNames.Filters + suffix + QuantizedTensors.Scale, 1, table.Filters, isLarge: false, _ => filters.Scales)
                : Filters(ParameterNames.Filters + suffix, table));
            if (network.Banks[b].Bias is { } filterBias)
            {
                blocks.Add(new TensorBlock(
                    ParameterNames.FilterBias + suffix, 1, table.Filters, isLarge: false, _ => filterBias.AsSpan(0, table.Filters)));
            }
        }

        OutputWeights<float> output = network.Output;
        blocks.Add(new TensorBlock(
            ParameterNames.Output, output.Logits, output.Features, isLarge: false, row => output.Row(row)[..output.Features]));
        if (output.Bias is { } outputBias)
            blocks.Add(new TensorBlock(ParameterNames.OutputBias, 1, output.Logits, isLarge: false, _ => outputBias));
        return blocks;
    }

    private static TensorBlock Filters(string name, FilterTable<float> table)
    {
        float[] products = new float[table.Quantized is null ? 0 : table.Filters];
        return new TensorBlock(name, checked(table.Words * table.Width), table.Filters, isLarge: true, row =>
        {
            (int position, int word) = Math.DivRem(row, table.Words);
            if (table.Quantized is null) return table.Entries.Slice(table.Index(word, position, 0), table.Filters);
            table.Read(word, position, products);
            return products;
        });
    }
}

using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Storage;

/// <summary>The tensors of a network, with the names and shapes of its parameters.</summary>
/// <remarks>
/// "embedding" (words × trained entries), "embedding.static" (words × static entries), "U" (S·k × F, where row i·S + s is entry s at
/// position i), "filterBias" (1 × F), "V" (logits × features) and "outputBias" (1 × logits). With several widths, "U3" and so on; with
/// filters over one-hot words and over an embedding, "U3.embedding".
/// </remarks>
internal static class NetworkTensors
{
    /// <summary>Returns all tensors except empty ones.</summary>
    public static IEnumerable<TensorBlock> Of(Network<float> network)
    {
        if (network.Embedding is { } embedding)
        {
            (int words, int fixedSize, int trained) = (embedding.Words, embedding.StaticDimension, embedding.TrainedDimension);
            if (fixedSize > 0)
                yield return new TensorBlock(ParameterNames.StaticEmbedding, words, fixedSize, isLarge: true, embedding.Static);
            if (trained > 0)
                yield return new TensorBlock(ParameterNames.Embedding, words, trained, isLarge: true, embedding.Trained);
        }

        for (int b = 0; b < network.Banks.Length; b++)
        {
            FilterTable<float> table = network.Tables[b];
            string suffix = network.Suffix(b);
            yield return new TensorBlock(
                ParameterNames.Filters + suffix,
                checked(table.Words * table.Width),
                table.Filters,
                isLarge: true,
                row => table.Entries.Slice(table.Index(row % table.Words, row / table.Words, 0), table.Filters));
            if (network.Banks[b].Bias is { } filterBias)
            {
                yield return new TensorBlock(
                    ParameterNames.FilterBias + suffix, 1, table.Filters, isLarge: false, _ => filterBias.AsSpan(0, table.Filters));
            }
        }

        OutputWeights<float> output = network.Output;
        yield return new TensorBlock(
            ParameterNames.Output, output.Logits, output.Features, isLarge: false, row => output.Row(row)[..output.Features]);
        if (output.Bias is { } outputBias)
            yield return new TensorBlock(ParameterNames.OutputBias, 1, output.Logits, isLarge: false, _ => outputBias);
    }
}

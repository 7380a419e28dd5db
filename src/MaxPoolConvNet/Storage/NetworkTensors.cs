using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Storage;

/// <summary>
/// The tensors of a network, with the names and shapes of its parameters: "embedding" (words × trained entries) with "embedding.static"
/// (words × static entries), "U" (S·k × F, row i·S + s being position i and entry s), "filterBias" (1 × F), "V" (rows × features) and
/// "outputBias" (1 × rows); with several widths "U3", with filters over words and over an embedding "U3.embedding".
/// </summary>
internal static class NetworkTensors
{
    /// <summary>All tensors; those without numbers are left out.</summary>
    public static IEnumerable<TensorBlock> Of(Network<float> network)
    {
        if (network.Embedding is { } embedding)
        {
            if (embedding.StaticDimension > 0) yield return new TensorBlock(ParameterNames.StaticEmbedding, embedding.Words, embedding.StaticDimension, isLarge: true, embedding.Static);
            if (embedding.TrainedDimension > 0) yield return new TensorBlock(ParameterNames.Embedding, embedding.Words, embedding.TrainedDimension, isLarge: true, embedding.Trained);
        }

        for (int b = 0; b < network.Banks.Length; b++)
        {
            FilterTable<float> table = network.Tables[b];
            yield return new TensorBlock(
                ParameterNames.Filters + network.Suffix(b),
                checked(table.Words * table.Width),
                table.Filters,
                isLarge: true,
                row => table.Entries.Slice(table.Index(row % table.Words, row / table.Words, 0), table.Filters));
            if (network.Banks[b].Bias is { } filterBias) yield return new TensorBlock(ParameterNames.FilterBias + network.Suffix(b), 1, table.Filters, isLarge: false, _ => filterBias.AsSpan(0, table.Filters));
        }

        OutputWeights<float> output = network.Output;
        yield return new TensorBlock(ParameterNames.Output, output.Logits, output.Features, isLarge: false, row => output.Row(row)[..output.Features]);
        if (output.Bias is { } outputBias) yield return new TensorBlock(ParameterNames.OutputBias, 1, output.Logits, isLarge: false, _ => outputBias);
    }
}

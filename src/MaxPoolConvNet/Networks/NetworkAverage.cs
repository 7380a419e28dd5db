using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>Combines networks of the same structure into one network whose logits are the average of theirs.</summary>
/// <remarks>
/// It has the filters of all networks side by side, and V divided by their number. One-hot filters aren't copied: their tables read those
/// of the networks. The embeddings become one: the static entries, which are equal in all, followed by the trained entries of each network,
/// which only its own filters read.
/// </remarks>
internal static class NetworkAverage
{
    /// <param name="networks">At least one. When they train on, the result is no longer their average.</param>
    public static Network<T> Of<T>(IReadOnlyList<Network<T>> networks)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Network<T> first = networks[0];
        if (networks.Count == 1) return first;
        EmbeddingTable<T>? embedding = first.Embedding is null ? null : Embedding(networks);
        var banks = new FilterBank<T>[first.Banks.Length];
        for (int b = 0; b < banks.Length; b++)
            banks[b] = b < first.WordBanks ? WordBank(networks, b) : EmbeddingBank(networks, b, embedding!.Dimension);
        return new Network<T>(banks[..first.WordBanks], embedding, banks[first.WordBanks..], first.Activation, Output(networks));
    }

    private static EmbeddingTable<T> Embedding<T>(IReadOnlyList<Network<T>> networks)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        EmbeddingTable<T> first = networks[0].Embedding!;
        var all = new EmbeddingTable<T>(first.Words, first.StaticDimension, networks.Count * first.TrainedDimension, first.Scales);
        for (int word = 0; word < all.Words; word++)
        {
            first.Static(word).CopyTo(all.Static(word));
            for (int n = 0; n < networks.Count; n++)
                networks[n].Embedding!.Trained(word).CopyTo(all.Trained(word)[(n * first.TrainedDimension)..]);
        }

        return all;
    }

    private static FilterBank<T> WordBank<T>(IReadOnlyList<Network<T>> networks, int bank)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Bank(networks, bank, new FilterTable<T>([.. networks.Select(network => network.Tables[bank])]));

    private static FilterBank<T> EmbeddingBank<T>(IReadOnlyList<Network<T>> networks, int bank, int dimension)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        FilterTable<T> first = networks[0].Tables[bank];
        var table = new FilterTable<T>(dimension, first.Width, networks.Count * first.Filters);
        int shared = networks[0].Embedding!.StaticDimension;
        for (int n = 0; n < networks.Count; n++)
        {
            FilterTable<T> own = networks[n].Tables[bank];
            for (int entry = 0; entry < own.Words; entry++)
            {
                // the trained entries come after those of the preceding networks
                int to = entry < shared ? entry : entry + (n * (own.Words - shared));
                for (int position = 0; position < table.Width; position++)
                    own.Read(entry, position, table.Entries.Slice(table.Index(to, position, n * own.Filters), own.Filters));
            }
        }

        return Bank(networks, bank, table);
    }

    private static FilterBank<T> Bank<T>(IReadOnlyList<Network<T>> networks, int bank, FilterTable<T> table)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        FilterBank<T> first = networks[0].Banks[bank];
        var all = new FilterBank<T>(table, first.Bias is not null, first.Padding);
        for (int n = 0; n < networks.Count; n++)
            networks[n].Banks[bank].Bias?.AsSpan(0, first.Table.Filters).CopyTo(all.Bias.AsSpan(n * first.Table.Filters));
        return all;
    }

    private static OutputWeights<T> Output<T>(IReadOnlyList<Network<T>> networks)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Network<T> first = networks[0];
        T count = T.CreateChecked(networks.Count);
        var all = new OutputWeights<T>(
            first.Output.Function, first.Output.Logits, networks.Count * first.Features, first.Output.Bias is not null);
        for (int c = 0; c < all.Logits; c++)
        {
            for (int b = 0; b < first.Banks.Length; b++)
            {
                int filters = first.Tables[b].Filters;
                int from = first.FirstFeature(b);
                for (int j = 0; j < networks.Count * filters; j++)
                    all.Row(c)[(networks.Count * from) + j] = networks[j / filters].Output.Row(c)[from + (j % filters)] / count;
            }

            foreach (Network<T> network in networks)
            {
                if (all.Bias is not null) all.Bias[c] += network.Output.Bias![c] / count;
            }
        }

        return all;
    }
}

using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>The parameters of a network, in a checkpoint.</summary>
internal static class NetworkState
{
    public static void Exchange(Network<float> network, ITrainingState state)
    {
        foreach (FilterBank<float> bank in network.Banks)
        {
            state.Exchange(bank.Table.Entries);
            state.Exchange(bank.Bias);
        }

        if (network.Embedding is { } embedding) state.Exchange(embedding.Entries);
        for (int c = 0; c < network.Output.Logits; c++)
            state.Exchange(network.Output.Row(c));
        state.Exchange(network.Output.Bias);
    }
}

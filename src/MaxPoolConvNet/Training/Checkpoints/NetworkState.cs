using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>The parameters of a network, in a checkpoint.</summary>
internal static class NetworkState
{
    public static void Exchange(Network<float> network, ITrainingState state)
    {
        foreach (StateBank bank in state.Banks(network))
        {
            FilterBank<float>? own = bank.Own is { } index ? network.Banks[index] : null;
            if (own?.Table.Rounded is { } rounded) rounded.Exchange(numbers => state.ExchangeBank(numbers, bank.Whole));
            else state.ExchangeBank(own is null ? [] : own.Table.Entries, bank.Whole);
            state.ExchangeBank(own?.Bias, bank.Whole);
        }

        if (network.Embedding is { } embedding) state.Exchange(embedding.Entries);
        for (int c = 0; c < network.Output.Logits; c++)
            state.ExchangeFeatures(network.Output.Row(c));
        state.Exchange(network.Output.Bias);
    }
}

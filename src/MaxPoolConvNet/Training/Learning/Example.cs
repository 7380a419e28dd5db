using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Runs the forward and backward pass of a text. The memory is reused for every text.</summary>
/// <param name="network">The network, or the own part of it.</param>
/// <param name="dropoutRate">The dropout rate.</param>
/// <param name="sharing">The ranks that share the filters; null if the network has all of them.</param>
internal sealed class Example(Network<float> network, double dropoutRate, FilterSharing? sharing)
{
    private readonly Dropout _dropout = new(dropoutRate, network.Features, sharing?.Own.First ?? 0);

    public TextPass<float> Pass { get; } = new(network);

    public TextGradient<float> Gradient { get; } = new(network);

    /// <summary>Computes the pass and the gradient of a text. Doesn't change weights.</summary>
    /// <param name="texts">All texts.</param>
    /// <param name="text">The index of the text to run.</param>
    /// <param name="embeddedIds">The rows of its words in the tables over the embedding; empty without an embedding.</param>
    /// <param name="tables">The tables to run on.</param>
    /// <param name="epoch">The random numbers of this epoch.</param>
    public void Run(EncodedTexts texts, int text, ReadOnlySpan<int> embeddedIds, FilterTable<float>[] tables, CounterRandom epoch)
    {
        network.Forward(texts.WordIds(text), embeddedIds, tables, _dropout.Draw(epoch.Stream((ulong)text)), Pass);
        FindErrors(texts, text);
        Backward();
    }

    /// <summary>Computes h of a text.</summary>
    /// <param name="texts">All texts.</param>
    /// <param name="text">The index of the text to run.</param>
    /// <param name="embeddedIds">The rows of its words in the tables over the embedding; empty without an embedding.</param>
    /// <param name="tables">The tables to run on.</param>
    /// <param name="epoch">The random numbers of this epoch.</param>
    public void Pool(EncodedTexts texts, int text, ReadOnlySpan<int> embeddedIds, FilterTable<float>[] tables, CounterRandom epoch)
    {
        for (int b = 0; b < network.Banks.Length; b++)
            network.Pool(b, b < network.WordBanks ? texts.WordIds(text) : embeddedIds, tables[b], Pass);
        network.Activate(_dropout.Draw(epoch.Stream((ulong)text)), Pass);
    }

    /// <summary>Computes the errors y − o, after the logits of the pass.</summary>
    public void FindErrors(EncodedTexts texts, int text)
    {
        Target target = texts.Target(text);
        network.Output.Function.Errors(Pass.Logits, target, Gradient.Errors);
        texts.Weights?.Apply(target, Gradient.Errors);
    }

    /// <summary>Computes the gradient from the errors.</summary>
    public void Backward() => network.Backward(Pass, _dropout.Factors, Gradient);

    /// <summary>Computes the gradient from ∂L/∂h, in whole cache lines.</summary>
    public void BackwardFrom(ReadOnlySpan<float> pooledGradient)
    {
        pooledGradient.CopyTo(Gradient.Responses);
        network.BackwardFromPooled(Pass, _dropout.Factors, Gradient);
    }
}

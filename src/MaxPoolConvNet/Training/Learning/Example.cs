using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Runs the forward and backward pass of a text. The memory is reused for every text.</summary>
internal sealed class Example(Network<float> network, double dropoutRate)
{
    private readonly Dropout _dropout = new(dropoutRate, network.Features);

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
        ReadOnlySpan<float> factors = _dropout.Draw(epoch.Stream((ulong)text));
        network.Forward(texts.WordIds(text), embeddedIds, tables, factors, Pass);
        Target target = texts.Target(text);
        network.Output.Function.Errors(Pass.Logits, target, Gradient.Errors);
        texts.Weights?.Apply(target, Gradient.Errors);
        network.Backward(Pass, factors, Gradient);
    }
}

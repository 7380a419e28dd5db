using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>A text on its way forward and back; used again for text after text.</summary>
internal sealed class Example(Network<float> network, double dropoutRate)
{
    private readonly Dropout _dropout = new(dropoutRate, network.Features);

    public TextPass<float> Pass { get; } = new(network);

    public TextGradient<float> Gradient { get; } = new(network);

    /// <summary>Computes the text's pass and gradient, and changes no weight.</summary>
    /// <param name="texts">All texts.</param>
    /// <param name="text">The one to run.</param>
    /// <param name="embeddedIds">Its words as rows of the tables over the embedding; empty where there is none.</param>
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

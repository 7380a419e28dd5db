namespace MaxPoolConvNet.Training;

/// <summary>A text on its way forward and back; used again for text after text.</summary>
internal sealed class Example(Network<float> network, double dropoutRate)
{
    private readonly Dropout _dropout = new(dropoutRate, network.Features);

    public TextPass<float> Pass { get; } = new(network);

    public TextGradient<float> Gradient { get; } = new(network);

    /// <summary>Computes the text's pass and gradient, and changes no weight.</summary>
    public void Run(EncodedTexts texts, int text, CounterRandom epoch)
    {
        ReadOnlySpan<float> factors = _dropout.Draw(epoch.Stream((ulong)text));
        network.Forward(texts.WordIds(text), network.Tables, factors, Pass);
        Target target = texts.Target(text);
        network.Output.Errors(Pass.Logits, target, Gradient.Errors);
        texts.Weights?.Apply(target, Gradient.Errors);
        network.Backward(Pass, factors, Gradient);
    }
}

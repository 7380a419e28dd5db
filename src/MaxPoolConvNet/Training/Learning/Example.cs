using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>Runs the forward and backward pass of a text. The memory is reused for every text.</summary>
internal sealed class Example(Network<float> network, double dropoutRate)
{
    // a stream of random numbers of a text; dropout has the text's own
    private const ulong ErrorStream = 1;

    private readonly bool _roundsErrors = RoundedErrors.AreUsed(network.Output.Logits);
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
        CounterRandom random = epoch.Stream((ulong)text);
        ReadOnlySpan<float> factors = _dropout.Draw(random);
        network.Forward(texts.WordIds(text), embeddedIds, tables, factors, Pass);
        Target target = texts.Target(text);
        network.Output.Function.Errors(Pass.Logits, target, Gradient.Errors);
        texts.Weights?.Apply<float>(target, Gradient.Errors);
        if (_roundsErrors) RoundedErrors.Round(Gradient.Errors, random.Stream(ErrorStream));
        network.Backward(Pass, factors, Gradient);
    }
}

using MaxPoolConvNet.Text;

namespace MaxPoolConvNet;

/// <summary>What a thread needs for predicting, used again for text after text.</summary>
internal sealed class PredictionScratch(Network<float> network)
{
    public EncodedText Encoded { get; } = new();

    public TextRun<float> Run { get; } = new(network);

    public TextPass<float> Pass => Run.Pass;
}

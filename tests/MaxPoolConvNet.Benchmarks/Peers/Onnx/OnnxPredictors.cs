using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Benchmarks.Peers.Onnx;

/// <summary>A predictor for each of the graphs.</summary>
internal sealed class OnnxPredictors(Network<float> network, OnnxMasking masking, int threads) : IDisposable
{
    private readonly OnnxPredictor[] _predictors =
        [.. Enum.GetValues<OnnxConvolution>().Select(convolution => new OnnxPredictor(network, convolution, masking, threads))];

    /// <summary>A contender for each graph.</summary>
    /// <param name="setting">What stands behind the graph's name.</param>
    /// <param name="work">The work of a predictor.</param>
    public IEnumerable<Contender> Contenders(string setting, Func<OnnxPredictor, Action> work) =>
        _predictors.Select(predictor => new Contender($"ONNX Runtime, {predictor.Title}{setting}", work(predictor)));

    public void Dispose()
    {
        foreach (OnnxPredictor predictor in _predictors)
            predictor.Dispose();
    }
}

using MaxPoolConvNet.Networks;
using Microsoft.ML.OnnxRuntime;

namespace MaxPoolConvNet.Benchmarks.Peers.Onnx;

/// <summary>
/// ONNX Runtime with Kim's network: all its graph optimizations, the threads of the row, values by the interface that copies nothing.
/// </summary>
internal sealed class OnnxPredictor : IDisposable
{
    private readonly OnnxConvolution _convolution;
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly string[] _inputs;

    public OnnxPredictor(Network<float> network, OnnxConvolution convolution, OnnxMasking masking, int threads)
    {
        _convolution = convolution;
        using var options = new SessionOptions
        {
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL, IntraOpNumThreads = threads, InterOpNumThreads = 1,
        };
        _session = new InferenceSession(OnnxKim.Model(network, convolution, masking), options);
        _inputs = masking == OnnxMasking.None ? [OnnxKim.WordIds] : [OnnxKim.WordIds, .. KimForm.Widths.Select(OnnxKim.PenaltyOf)];
    }

    public static string Version => OrtEnv.Instance().GetVersionString();

    /// <summary>What tables call the graph.</summary>
    public string Title => _convolution switch
    {
        OnnxConvolution.Conv => "Conv",
        OnnxConvolution.Product => "one MatMul of all filters, shifted and added",
        _ => "the library's tables, gathered and added",
    };

    /// <summary>The probabilities of class 1.</summary>
    public float[] Predict(PaddedBatch batch)
    {
        var values = new List<OrtValue> { OrtValue.CreateTensorValueFromMemory(batch.WordIds, [batch.Texts, batch.Length]) };
        for (int w = 0; w < _inputs.Length - 1; w++)
        {
            long windows = KimForm.Windows(batch.Length, KimForm.Widths[w]);
            long[] shape = _convolution == OnnxConvolution.Conv ? [batch.Texts, 1, windows] : [batch.Texts, windows, 1];
            values.Add(OrtValue.CreateTensorValueFromMemory(batch.Penalties[w], shape));
        }

        using IDisposableReadOnlyCollection<OrtValue> results = _session.Run(_run, _inputs, values, [OnnxKim.Probability]);
        foreach (OrtValue value in values)
            value.Dispose();
        return results[0].GetTensorDataAsSpan<float>().ToArray();
    }

    /// <summary>The probability of class 1 of one text, of as many words as the widest window or more.</summary>
    public float PredictOne(long[] wordIds)
    {
        using var value = OrtValue.CreateTensorValueFromMemory(wordIds, [1, wordIds.Length]);
        using IDisposableReadOnlyCollection<OrtValue> results = _session.Run(_run, _inputs, [value], [OnnxKim.Probability]);
        return results[0].GetTensorDataAsSpan<float>()[0];
    }

    public void Dispose()
    {
        _session.Dispose();
        _run.Dispose();
    }
}

using BenchmarkDotNet.Attributes;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Benchmarks.KernelBenchmarks;

/// <summary>What follows the logits, number by number on every processor: one logit, and those of 77 classes.</summary>
public class OutputFunctionBenchmark
{
    private const int Classes = 77;

    private readonly float[] _logits = RandomNumbers.Of(AlignedArray<float>.WholeLines(Classes), 1).Span[..Classes].ToArray();
    private readonly float[] _probabilities = new float[Classes];

    [Benchmark]
    public float LogisticProbability() => LogisticFunction.Probability(_logits[0]);

    [Benchmark]
    public float LogisticError() => LogisticFunction.Error(_logits[0], label: 1);

    [Benchmark]
    public float LogisticLogLikelihood() => LogisticFunction.LogLikelihood(_logits[0], label: 1);

    [Benchmark]
    public void SoftmaxProbabilities() => SoftmaxFunction.Probabilities<float>(_logits, _probabilities);

    [Benchmark]
    public void SoftmaxErrors() => SoftmaxFunction.Errors<float>(_logits, label: 1, _probabilities);
}

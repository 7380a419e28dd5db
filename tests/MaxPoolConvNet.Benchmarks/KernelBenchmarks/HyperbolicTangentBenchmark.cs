using BenchmarkDotNet.Attributes;

namespace MaxPoolConvNet.Benchmarks.KernelBenchmarks;

/// <summary>304 responses become activations, in place: each run takes the tangents of the last one's, all of which cost the same.</summary>
public class HyperbolicTangentBenchmark
{
    private const int Length = 304;

    private readonly AlignedArray<float> _values = RandomNumbers.Of(Length, 1);

    private HyperbolicTangent<float> Kernel => new(_values.Span);

    [Benchmark(Baseline = true)]
    public void SingleNumbers() => Kernel.Run<SingleLane<float>>();

    [Benchmark]
    public void Bits128() => Kernel.Run<Lanes128<float>>();

    [Benchmark]
    public void Bits256() => Kernel.Run<Lanes256<float>>();

    [Benchmark]
    public void Chosen() => Lanes.Run<HyperbolicTangent<float>, float>(Kernel);
}

using BenchmarkDotNet.Attributes;

namespace MaxPoolConvNet.Benchmarks.KernelBenchmarks;

/// <summary>A row of a word vector's length, as gradients are summed up: 304 numbers.</summary>
public class AddScaledBenchmark
{
    private const int Length = 304;

    private readonly AlignedArray<float> _addends = RandomNumbers.Of(Length, 1);
    private readonly AlignedArray<float> _sums = new(Length);

    // so small that sums stay finite however often it runs
    private AddScaled<float> Kernel => new(1e-12f, _addends.Span, _sums.Span);

    [Benchmark(Baseline = true)]
    public void SingleNumbers() => Kernel.Run<SingleLane<float>>();

    [Benchmark]
    public void Bits128() => Kernel.Run<Lanes128<float>>();

    [Benchmark]
    public void Bits256() => Kernel.Run<Lanes256<float>>();

    [Benchmark]
    public void Chosen() => Lanes.Run<AddScaled<float>, float>(Kernel);
}

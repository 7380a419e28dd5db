using BenchmarkDotNet.Attributes;

namespace MaxPoolConvNet.Benchmarks.KernelBenchmarks;

/// <summary>500 words × 300 numbers × 1,200 columns: 0.36 GFLOP.</summary>
public class MatrixProductBenchmark
{
    private readonly Projection _projection = new();

    [Benchmark(Baseline = true)]
    public void SingleNumbers() => _projection.Kernel.Run<SingleLane<float>>();

    [Benchmark]
    public void Bits128() => _projection.Kernel.Run<Lanes128<float>>();

    [Benchmark]
    public void Bits256() => _projection.Kernel.Run<Lanes256<float>>();

    [Benchmark]
    public void Chosen() => Lanes.Run<MatrixProduct<float>, float>(_projection.Kernel);
}

using BenchmarkDotNet.Attributes;

namespace MaxPoolConvNet.Benchmarks.KernelBenchmarks;

/// <summary>4,096 entries stepped: all at once as a kernel does it, and one by one. The time for one is a 4,096th.</summary>
public class OptimizerStepBenchmark
{
    private const int Length = 4_096;

    private OptimizerSteps _steps = null!;

    [ParamsSource(nameof(Rules))]
    public string Rule { get; set; } = "";

    public static IEnumerable<string> Rules => OptimizerSteps.Rules;

    [GlobalSetup]
    public void Begin() => _steps = OptimizerSteps.Of(Rule, Length);

    [Benchmark(Baseline = true)]
    public void SingleNumbers() => _steps.Dense<SingleLane<float>>();

    [Benchmark]
    public void Bits128() => _steps.Dense<Lanes128<float>>();

    [Benchmark]
    public void Bits256() => _steps.Dense<Lanes256<float>>();

    [Benchmark]
    public void Chosen() => _steps.Dense();

    [Benchmark]
    public void EntryByEntry() => _steps.EntryByEntry();
}

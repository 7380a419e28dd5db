using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace MaxPoolConvNet.Benchmarks.KernelBenchmarks;

/// <summary>
/// Short jobs, within this process: another one would have to be built from a project of its own. All kernels are methods that the compiler
/// optimizes at once, so that what has run before doesn't change them.
/// </summary>
internal sealed class KernelsConfiguration : ManualConfig
{
    public KernelsConfiguration()
    {
        Add(DefaultConfig.Instance);
        AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithIterationTime(TimeInterval.FromMilliseconds(200)));
    }
}

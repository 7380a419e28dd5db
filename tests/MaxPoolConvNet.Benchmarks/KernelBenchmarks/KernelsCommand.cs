using System.CommandLine;
using BenchmarkDotNet.Running;

namespace MaxPoolConvNet.Benchmarks.KernelBenchmarks;

/// <summary>
/// The inner loops one by one, by BenchmarkDotNet, each on the lanes chosen for this processor, on those of 128 and 256 bits and number by
/// number. Arguments that this command doesn't know are BenchmarkDotNet's, such as <c>--filter *MatrixProduct*</c>; without any, all run.
/// </summary>
internal sealed class KernelsCommand : Command
{
    public KernelsCommand()
        : base("kernels", "the inner loops by BenchmarkDotNet, to which other arguments are passed on, such as --filter *MatrixProduct*")
    {
        TreatUnmatchedTokensAsErrors = false;
        SetAction(arguments => Run([.. arguments.UnmatchedTokens]));
    }

    private static void Run(string[] arguments)
    {
        BenchmarkSwitcher benchmarks = BenchmarkSwitcher.FromAssembly(typeof(KernelsCommand).Assembly);
        var configuration = new KernelsConfiguration();
        if (arguments.Length == 0) benchmarks.RunAll(configuration);
        else benchmarks.Run(arguments, configuration);
    }
}

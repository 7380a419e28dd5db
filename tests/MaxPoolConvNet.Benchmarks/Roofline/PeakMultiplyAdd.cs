
namespace MaxPoolConvNet.Benchmarks.Roofline;

/// <summary>The most multiply-adds in single precision that the processor does, on the lanes that the library chooses.</summary>
internal sealed class PeakMultiplyAdd() : MachineLoad("multiply-adds of registers", "GFLOP")
{
    private const int Turns = 1_000_000;

    private readonly double _gigaFlop = MultiplyAddLoop.Operations(Turns) / 1e9;

    public override double Amount(int threads) => threads * _gigaFlop;

    public override void Run(WorkSharing sharing) => sharing.Run(sharing.Threads, static (_, _) =>
    {
        Span<float> result = stackalloc float[1];
        Lanes.Run<MultiplyAddLoop, float>(new MultiplyAddLoop(Turns, result));
    });
}

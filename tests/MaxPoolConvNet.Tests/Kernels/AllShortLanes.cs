namespace MaxPoolConvNet.Tests;

/// <summary>Runs kernels over 16-bit numbers on lanes by name, as <see cref="AllLanes"/> does for floating point.</summary>
internal static class AllShortLanes
{
    public static TheoryData<string> Names { get; } = ["ShortLanes512", "ShortLanes256", "ShortLanes128", "SingleShortLane", "the processor's"];

    public static void Run<TKernel>(string lanes, TKernel kernel)
        where TKernel : IShortKernel, allows ref struct
    {
        switch (lanes)
        {
            case "ShortLanes512": kernel.Run<ShortLanes512>(); break;
            case "ShortLanes256": kernel.Run<ShortLanes256>(); break;
            case "ShortLanes128": kernel.Run<ShortLanes128>(); break;
            case "SingleShortLane": kernel.Run<SingleShortLane>(); break;
            case "the processor's": ShortLanes.Run(kernel); break;
            default: throw new ArgumentException($"no lanes are called {lanes}", nameof(lanes));
        }
    }
}

using System.Runtime.Intrinsics;

namespace MaxPoolConvNet;

/// <summary>Runs kernels on the widest vectors that the processor handles well, as <see cref="Lanes"/> does.</summary>
internal static class ShortLanes
{
    public static void Run<TKernel>(TKernel kernel)
        where TKernel : IShortKernel, allows ref struct
    {
        if (Vector512.IsHardwareAccelerated) kernel.Run<ShortLanes512>();
        else if (Vector256.IsHardwareAccelerated) kernel.Run<ShortLanes256>();
        else if (Vector128.IsHardwareAccelerated) kernel.Run<ShortLanes128>();
        else kernel.Run<SingleShortLane>();
    }
}

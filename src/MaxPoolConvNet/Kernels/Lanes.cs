using System.Numerics;
using System.Runtime.Intrinsics;

namespace MaxPoolConvNet;

/// <summary>Runs kernels on the widest lanes that this processor handles well; the compiler resolves the choice.</summary>
internal static class Lanes
{
    public static void Run<TKernel, T>(TKernel kernel)
        where TKernel : IKernel<T>, allows ref struct
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (Vector512.IsHardwareAccelerated) kernel.Run<Lanes512<T>>();
        else if (Vector256.IsHardwareAccelerated) kernel.Run<Lanes256<T>>();
        else if (Vector128.IsHardwareAccelerated) kernel.Run<Lanes128<T>>();
        else kernel.Run<SingleLane<T>>();
    }
}

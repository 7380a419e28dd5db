using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>A loop over arrays, with its arguments, written once for all kinds of lanes.</summary>
internal interface IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Runs the loop on the given lanes.</summary>
    /// <remarks>
    /// Implementations are not inlined: the compiler limits inlining per method, and a loop whose lanes aren't all inlined is many times
    /// slower.
    /// </remarks>
    void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, T>;
}

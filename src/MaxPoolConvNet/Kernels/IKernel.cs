using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>A loop over arrays, with its arguments, written once for all kinds of lanes.</summary>
internal interface IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>
    /// Runs the loop on the lanes named. Implementations are not inlined: the compiler has a budget of inlining for a method, and a loop
    /// whose lanes aren't all inlined is many times slower.
    /// </summary>
    void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, T>;
}

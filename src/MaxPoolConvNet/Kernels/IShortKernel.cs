namespace MaxPoolConvNet;

/// <summary>A loop over 16-bit whole numbers, written once for all kinds of lanes; see <see cref="IKernel{T}"/>.</summary>
internal interface IShortKernel
{
    /// <summary>Runs the loop on the given lanes.</summary>
    void Run<TLanes>()
        where TLanes : unmanaged, IShortLanes<TLanes>;
}

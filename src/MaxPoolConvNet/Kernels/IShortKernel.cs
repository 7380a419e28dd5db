namespace MaxPoolConvNet;

/// <summary>A loop over 16-bit integers, written once for all vector widths; see <see cref="IKernel{T}"/>.</summary>
internal interface IShortKernel
{
    /// <summary>Runs the loop on the given lanes.</summary>
    void Run<TLanes>()
        where TLanes : unmanaged, IShortLanes<TLanes>;
}

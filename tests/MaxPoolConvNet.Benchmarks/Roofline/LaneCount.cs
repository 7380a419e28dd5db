namespace MaxPoolConvNet.Benchmarks.Roofline;

/// <summary>How many numbers the lanes have on which this runs.</summary>
/// <param name="count">Receives the number.</param>
internal readonly ref struct LaneCount(Span<float> count) : IKernel<float>
{
    private readonly Span<float> _count = count;

    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, float> => _count[0] = TLanes.Count;
}

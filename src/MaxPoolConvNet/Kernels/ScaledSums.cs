using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>responses = scales · sums, entry by entry: what sums of 8-bit rows stand for.</summary>
/// <param name="sums">16-bit whole numbers, at least as many as there are responses.</param>
/// <param name="scales">Whole cache lines.</param>
/// <param name="responses">As long as <paramref name="scales"/>.</param>
internal readonly ref struct ScaledSums(ReadOnlySpan<short> sums, ReadOnlySpan<float> scales, Span<float> responses) : IKernel<float>
{
    private readonly ReadOnlySpan<short> _sums = sums[..scales.Length];
    private readonly ReadOnlySpan<float> _scales = scales;
    private readonly Span<float> _responses = responses[..scales.Length];

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, float>
    {
        ref short sums = ref MemoryMarshal.GetReference(_sums);
        ref float scales = ref MemoryMarshal.GetReference(_scales);
        ref float responses = ref MemoryMarshal.GetReference(_responses);
        for (int at = 0; at < _scales.Length; at += TLanes.Count)
            TLanes.Store(TLanes.LoadShorts(in sums, at) * TLanes.Load(in scales, at), ref responses, at);
    }
}

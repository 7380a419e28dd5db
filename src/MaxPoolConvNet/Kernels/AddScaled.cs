using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>sums += scale · addends, entry by entry.</summary>
/// <param name="scale">The factor of all entries.</param>
/// <param name="addends">Whole cache lines.</param>
/// <param name="sums">As long as <paramref name="addends"/>.</param>
internal readonly ref struct AddScaled<T>(T scale, ReadOnlySpan<T> addends, Span<T> sums) : IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T _scale = scale;
    private readonly ReadOnlySpan<T> _addends = addends;
    private readonly Span<T> _sums = sums[..addends.Length];

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        TLanes factor = TLanes.Fill(_scale);
        ref T sums = ref MemoryMarshal.GetReference(_sums);
        for (int at = 0; at < _addends.Length; at += TLanes.Count)
            TLanes.Store(TLanes.Load(in sums, at) + (factor * TLanes.Load(in MemoryMarshal.GetReference(_addends), at)), ref sums, at);
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>gradients ·= 1 − h², entry by entry: the derivative of tanh from its value.</summary>
/// <param name="activated">h; whole cache lines.</param>
/// <param name="gradients">As long as <paramref name="activated"/>.</param>
internal readonly ref struct MultiplyByTanhSlope<T>(ReadOnlySpan<T> activated, Span<T> gradients) : IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> _activated = activated;
    private readonly Span<T> _gradients = gradients[..activated.Length];

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        TLanes one = TLanes.Fill(T.One);
        ref T gradients = ref MemoryMarshal.GetReference(_gradients);
        for (int at = 0; at < _activated.Length; at += TLanes.Count)
        {
            TLanes h = TLanes.Load(in MemoryMarshal.GetReference(_activated), at);
            TLanes.Store(TLanes.Load(in gradients, at) * (one - (h * h)), ref gradients, at);
        }
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>Σ left·right, written to an entry. The order of the sum depends on the lanes' width: other processors may round differently.</summary>
/// <param name="left">Whole cache lines.</param>
/// <param name="right">As long as <paramref name="left"/>.</param>
/// <param name="sum">Receives the sum.</param>
internal readonly ref struct DotProduct<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, ref T sum) : IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> _left = left;
    private readonly ReadOnlySpan<T> _right = right[..left.Length];
    private readonly ref T _sum = ref sum;

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        TLanes products = TLanes.Fill(T.Zero);
        for (int at = 0; at < _left.Length; at += TLanes.Count)
            products += TLanes.Load(in MemoryMarshal.GetReference(_left), at) * TLanes.Load(in MemoryMarshal.GetReference(_right), at);
        _sum = TLanes.Sum(products);
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>products = left · right, entry by entry; <paramref name="products"/> may be one of the factors.</summary>
/// <param name="left">Whole cache lines.</param>
/// <param name="right">As long as <paramref name="left"/>.</param>
/// <param name="products">As long as <paramref name="left"/>.</param>
internal readonly ref struct Multiply<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<T> products) : IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> _left = left;
    private readonly ReadOnlySpan<T> _right = right[..left.Length];
    private readonly Span<T> _products = products[..left.Length];

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public void Run<TLanes>()
        where TLanes : unmanaged, ILanes<TLanes, T>
    {
        for (int at = 0; at < _left.Length; at += TLanes.Count)
        {
            TLanes product = TLanes.Load(in MemoryMarshal.GetReference(_left), at) * TLanes.Load(in MemoryMarshal.GetReference(_right), at);
            TLanes.Store(product, ref MemoryMarshal.GetReference(_products), at);
        }
    }
}

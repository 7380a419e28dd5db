using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>
/// Σ left·right, written to an entry: the sum of the shards' sums in their order (see <see cref="FilterShards"/>). Within a shard the 16
/// products are summed by halves: i and i + 8 first, then i and i + 4, and so on. All lanes give the same bits.
/// </summary>
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
        if (TLanes.Count == FilterShards.Size) Add<TLanes>();
        else if (TLanes.Count * 2 == FilterShards.Size) Add<TwoLanes<TLanes, T>>();
        else if (TLanes.Count * 4 == FilterShards.Size) Add<FourLanes<TLanes, T>>();
        else if (TLanes.Count * 8 == FilterShards.Size) Add<FourLanes<TwoLanes<TLanes, T>, T>>();
        else Add<FourLanes<FourLanes<TLanes, T>, T>>();
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private void Add<TShard>()
        where TShard : unmanaged, ILanes<TShard, T>
    {
        ref T left = ref MemoryMarshal.GetReference(_left);
        ref T right = ref MemoryMarshal.GetReference(_right);
        T sum = T.Zero;
        int at = 0;
        for (; at + TShard.Count <= _left.Length; at += TShard.Count)
            sum += TShard.Sum(TShard.Load(in left, at) * TShard.Load(in right, at));
        if (at < _left.Length) sum += LastShard<TShard>(at);
        _sum = sum;
    }

    /// <summary>A last shard with fewer features, which in double precision is one cache line of 8; the missing ones count as 0.</summary>
    private T LastShard<TShard>(int at)
        where TShard : unmanaged, ILanes<TShard, T>
    {
        Span<T> products = stackalloc T[FilterShards.Size];
        products.Clear();
        for (int i = at; i < _left.Length; i++)
            products[i - at] = _left[i] * _right[i];
        return TShard.Sum(TShard.Load(in products[0], 0));
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Networks;

/// <summary>A text of word ids; each id is a word of a filter table.</summary>
/// <param name="wordIds">The ids, which are not checked here.</param>
/// <param name="table">The table.</param>
internal readonly ref struct IdRows<T>(ReadOnlySpan<int> wordIds, FilterTable<T> table) : ITableRows<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ref int _firstId = ref MemoryMarshal.GetReference(wordIds);
    private readonly ref T _rows = ref table.First;
    private readonly nint _rowLength = table.RowLength;

    public int Words { get; } = wordIds.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Load<TLanes>(int word, nint offset)
        where TLanes : unmanaged, ILanes<TLanes, T> => TLanes.Load(in _rows, (Unsafe.Add(ref _firstId, word) * _rowLength) + offset);
}

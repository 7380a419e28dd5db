using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Networks;

/// <summary>Like <see cref="IdRows{T}"/>, for a table whose entries have 16 bits.</summary>
/// <param name="wordIds">The ids, which are not checked here.</param>
/// <param name="entries">The table's entries.</param>
/// <param name="pitch">The distance in entries between the rows of two words.</param>
internal readonly ref struct RoundedRows(ReadOnlySpan<int> wordIds, ReadOnlySpan<ushort> entries, nint pitch) : ITableRows<float>
{
    private readonly ref int _firstId = ref MemoryMarshal.GetReference(wordIds);
    private readonly ref ushort _rows = ref MemoryMarshal.GetReference(entries);
    private readonly nint _pitch = pitch;

    public int Words { get; } = wordIds.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Load<TLanes>(int word, nint offset)
        where TLanes : unmanaged, ILanes<TLanes, float> =>
            TLanes.LoadUpperHalves(in _rows, (Unsafe.Add(ref _firstId, word) * _pitch) + offset);
}

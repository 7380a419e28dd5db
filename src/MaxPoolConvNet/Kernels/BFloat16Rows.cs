using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>The same with rows of bfloat16, the upper halves of numbers in single precision.</summary>
/// <param name="addresses">Where the rows of each word begin.</param>
/// <param name="offset">How many numbers after it the bank's own rows begin.</param>
internal readonly ref struct BFloat16Rows(ReadOnlySpan<nint> addresses, int offset) : ITableRows<float>
{
    private readonly ref nint _first = ref MemoryMarshal.GetReference(addresses);

    private readonly nint _offset = offset;

    public int Words { get; } = addresses.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe TLanes Load<TLanes>(int word, nint offset)
        where TLanes : unmanaged, ILanes<TLanes, float> =>
            TLanes.LoadUpperHalves(in *(ushort*)Unsafe.Add(ref _first, word), _offset + offset);
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>Like <see cref="SingleRows"/>, with rows of bfloat16, the upper halves of single-precision numbers.</summary>
/// <param name="addresses">The address of each word's rows.</param>
/// <param name="offset">The offset, in numbers, of the bank's own rows.</param>
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

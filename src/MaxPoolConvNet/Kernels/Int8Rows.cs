using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet;

/// <summary>Like <see cref="SingleRows"/>, with rows of 8-bit whole numbers, which single precision adds up exactly.</summary>
/// <param name="addresses">The address of each word's rows.</param>
/// <param name="offset">The offset, in numbers, of the bank's own rows.</param>
internal readonly ref struct Int8Rows(ReadOnlySpan<nint> addresses, int offset) : ITableRows<float>
{
    private readonly ref nint _first = ref MemoryMarshal.GetReference(addresses);

    private readonly nint _offset = offset;

    public int Words { get; } = addresses.Length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe TLanes Load<TLanes>(int word, nint offset)
        where TLanes : unmanaged, ILanes<TLanes, float> =>
            TLanes.LoadBytes(in *(sbyte*)Unsafe.Add(ref _first, word), _offset + offset);
}

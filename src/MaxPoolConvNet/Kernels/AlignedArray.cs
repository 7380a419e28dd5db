using System.Numerics;
using System.Runtime.CompilerServices;

namespace MaxPoolConvNet;

/// <summary>An array of zeros aligned to cache lines, so that no vector of a row crosses two lines.</summary>
internal sealed class AlignedArray<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The size in bytes of a cache line, and of the widest vector.</summary>
    public const int Alignment = 64;

    private readonly int _start;
    private T[] _memory;

    public AlignedArray(int length)
    {
        // pinned, so the garbage collector doesn't move the aligned memory
        _memory = SpareArrays<T>.Take(length + EntriesPerLine);
        Length = length;
        unsafe
        {
            nuint address = (nuint)Unsafe.AsPointer(ref _memory[0]);
            _start = (int)((Alignment - (address % Alignment)) % Alignment) / Unsafe.SizeOf<T>();
        }
    }

    public static int EntriesPerLine => Alignment / Unsafe.SizeOf<T>();

    public int Length { get; }

    public Span<T> Span => _memory.AsSpan(_start, Length);

    /// <summary>The first entry; the caller keeps its offsets within <see cref="Length"/>.</summary>
    public ref T First => ref _memory[_start];

    /// <summary>Makes the memory available to other arrays. This one must not be used any more.</summary>
    public void Release()
    {
        SpareArrays<T>.Return(_memory);
        _memory = [];
    }

    /// <summary><paramref name="count"/> entries, rounded up to whole cache lines.</summary>
    public static int WholeLines(int count) => checked(count + EntriesPerLine - 1) / EntriesPerLine * EntriesPerLine;
}

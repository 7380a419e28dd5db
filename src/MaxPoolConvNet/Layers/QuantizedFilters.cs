using System.Globalization;
using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// The filters U of one width in 8 bits, in the layout of a <see cref="FilterTable{T}"/>: entry (s, i, j) is a whole number from −127 to
/// 127 times the scale of filter j. Most entries of a compact classifier are 0.
/// </summary>
internal sealed class QuantizedFilters
{
    private const int LineBytes = 64;

    private readonly sbyte[] _memory;
    private readonly int _start;

    public QuantizedFilters(int words, int width, int filters)
    {
        Words = words;
        Width = width;
        Stride = (filters + LineBytes - 1) / LineBytes * LineBytes;
        Scales = new float[filters];
        long length = ((words + 1L) * width * Stride) + LineBytes;
        if (length > Array.MaxLength)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{words:N0} words × {width} positions × {filters:N0} filters are more than "
                + $"the {Array.MaxLength:N0} bytes an array can have"));
        }

        // pinned, so that the rows keep their addresses
        _memory = GC.AllocateArray<sbyte>((int)length, pinned: true);
        unsafe
        {
            nuint address = (nuint)Unsafe.AsPointer(ref _memory[0]);
            _start = (int)((LineBytes - (address % LineBytes)) % LineBytes);
        }
    }

    /// <summary>S, the number of words. One more word, of zeros, follows them.</summary>
    public int Words { get; }

    /// <summary>k, the number of words in a window.</summary>
    public int Width { get; }

    /// <summary>F, the number of filters.</summary>
    public int Filters => Scales.Length;

    /// <summary>The distance in bytes between two rows: F rounded up to whole cache lines; the entries beyond F stay 0.</summary>
    public int Stride { get; }

    /// <summary>The scale of each filter; has at most 12 significant bits, so that its product with a whole number is exact.</summary>
    public float[] Scales { get; }

    /// <summary>The F whole numbers of a word at a position, and zeros up to the stride.</summary>
    public Span<sbyte> Row(int word, int position) => _memory.AsSpan(_start + Offset(word, position), Stride);

    /// <summary>The address of the rows of a word, position by position; valid as long as this object is alive.</summary>
    public unsafe nint Address(int word) => (nint)Unsafe.AsPointer(ref _memory[_start]) + Offset(word, 0);

    private int Offset(int word, int position) => ((word * Width) + position) * Stride;
}

using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// The filters U of one width in 8 bits, in the layout of a <see cref="FilterTable{T}"/>: entry (s, i, j) is a whole number from −127 to
/// 127 times the scale of filter j. Most entries of a compact classifier are 0.
/// </summary>
internal sealed class QuantizedFilters
{
    private const int LineBytes = 64;
    private const int MostOnStack = 1024;
    private const int WordsAtOnce = 512;

    private readonly float[] _paddedScales;

    // four of the whole numbers in each number; pinned, so that the rows keep their addresses
    private readonly AlignedArray<float> _memory;

    public QuantizedFilters(int words, int width, int filters)
    {
        Words = words;
        Width = width;
        Stride = (filters + LineBytes - 1) / LineBytes * LineBytes;
        Filters = filters;
        _paddedScales = new float[AlignedArray<float>.WholeLines(filters)];
        long length = (words + 1L) * width * Stride;
        if (length > Array.MaxLength)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{words:N0} words × {width} positions × {filters:N0} filters are more than "
                + $"the {Array.MaxLength:N0} bytes an array can have"));
        }

        _memory = new AlignedArray<float>((int)(length / sizeof(float)));
    }

    /// <summary>S, the number of words. One more word, of zeros, follows them.</summary>
    public int Words { get; }

    /// <summary>k, the number of words in a window.</summary>
    public int Width { get; }

    /// <summary>F, the number of filters.</summary>
    public int Filters { get; }

    /// <summary>The distance in bytes between two rows: F rounded up to whole cache lines; the entries beyond F stay 0.</summary>
    public int Stride { get; }

    /// <summary>The scale of each filter; has at most 12 significant bits, so that its product with a whole number is exact.</summary>
    public Span<float> Scales => _paddedScales.AsSpan(0, Filters);

    /// <summary>The F whole numbers of a word at a position, and zeros up to the stride.</summary>
    public Span<sbyte> Row(int word, int position) =>
        MemoryMarshal.Cast<float, sbyte>(_memory.Span).Slice(Offset(word, position), Stride);

    /// <summary>The filters over some of the words.</summary>
    public QuantizedFilters Select(ReadOnlySpan<int> words)
    {
        var selected = new QuantizedFilters(words.Length, Width, Filters);
        Scales.CopyTo(selected.Scales);
        for (int word = 0; word < words.Length; word++)
        {
            for (int position = 0; position < Width; position++)
                Row(words[word], position).CopyTo(selected.Row(word, position));
        }

        return selected;
    }

    /// <summary>The address of the rows of a word, position by position; valid as long as this object is alive.</summary>
    public unsafe nint Address(int word) => (nint)Unsafe.AsPointer(ref _memory.First) + Offset(word, 0);

    /// <summary>Makes the memory available to other arrays. There are no numbers any more.</summary>
    public void Release() => _memory.Release();

    /// <summary>Prefetches the rows of a text's words, which will soon be added up.</summary>
    public void PrefetchRows(ReadOnlySpan<int> wordIds)
    {
        int bytes = Width * Stride;
        Prefetch.Rows(Address(0), bytes, bytes, wordIds, Words);
    }

    /// <summary>Does what <see cref="FilterTable{T}.ConvolveMaxPool"/> does.</summary>
    /// <remarks>Sums are exact whole numbers, which one multiplication per filter turns into the largest response.</remarks>
    public void ConvolveMaxPool(ReadOnlySpan<int> paddedIds, Span<float> maxima, Span<float> winners)
    {
        if (winners.IsEmpty) PoolMaxima(paddedIds, maxima);
        else PoolWinners(paddedIds, maxima, winners);
        GC.KeepAlive(this);
    }

    [SkipLocalsInit]
    private void PoolMaxima(ReadOnlySpan<int> paddedIds, Span<float> maxima)
    {
        short[]? rented = Stride > MostOnStack ? ArrayPool<short>.Shared.Rent(Stride) : null;
        Span<short> sums = rented is null ? stackalloc short[MostOnStack] : rented;
        Span<nint> addresses = stackalloc nint[WordsAtOnce];
        int windows = paddedIds.Length - Width + 1;
        for (int first = 0; first < windows; first += WordsAtOnce - Width + 1)
        {
            Span<nint> some = Addresses(paddedIds[first..], addresses);
            ShortLanes.Run(new ConvolveMaxPoolInt8(some, 0, Width, Stride, sums, first));
        }

        Lanes.Run<ScaledSums, float>(new ScaledSums(sums, _paddedScales, maxima));
        if (rented is not null) ArrayPool<short>.Shared.Return(rented);
    }

    private void PoolWinners(ReadOnlySpan<int> paddedIds, Span<float> maxima, Span<float> winners)
    {
        float[] sums = ArrayPool<float>.Shared.Rent(2 * Stride);
        Span<float> ownWinners = sums.AsSpan(Stride, Stride);
        Span<nint> addresses = stackalloc nint[WordsAtOnce];
        int windows = paddedIds.Length - Width + 1;
        for (int first = 0; first < windows; first += WordsAtOnce - Width + 1)
        {
            Span<nint> some = Addresses(paddedIds[first..], addresses);
            Lanes.Run<ConvolveMaxPool<float, Int8Rows>, float>(new(new Int8Rows(some, 0), Width, Stride, sums, ownWinners, first));
        }

        Lanes.Run<Multiply<float>, float>(new Multiply<float>(sums.AsSpan(0, _paddedScales.Length), _paddedScales, maxima));
        ownWinners[.._paddedScales.Length].CopyTo(winners);
        ArrayPool<float>.Shared.Return(sums);
    }

    /// <summary>The addresses of the first words, as many as there is room for.</summary>
    private Span<nint> Addresses(ReadOnlySpan<int> words, Span<nint> addresses)
    {
        int count = Math.Min(words.Length, addresses.Length);
        nint first = Address(0);
        nint rowBytes = Width * Stride;
        for (int at = 0; at < count; at++)
            addresses[at] = first + (words[at] * rowBytes);
        return addresses[..count];
    }

    private int Offset(int word, int position) => ((word * Width) + position) * Stride;
}

using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// The filters U of one width, laid out for adding: entry (s, i, j), which is U[i·S + s, j], is in the row of word s and position i; a row
/// contains the F filters. For one-hot words row (w, i) is the contribution of word w to a window at position i. The table has one more
/// word: the zero word, which adds nothing and is used for padding.
/// </summary>
internal sealed class FilterTable<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FilterTable<T>[] _parts = [];
    private readonly int _pitch;
    private AlignedArray<T>? _entries;

    public FilterTable(int words, int width, int filters)
        : this(words, width, filters, null)
    {
        _entries = new AlignedArray<T>(Length);
    }

    /// <summary>
    /// The table of the filters of several tables, side by side. It reads the tables, and copies them when <see cref="Entries"/> is first
    /// read.
    /// </summary>
    /// <param name="parts">At least one table; all of the same words and width.</param>
    public FilterTable(FilterTable<T>[] parts)
        : this(parts[0].Words, parts[0].Width, parts.Sum(part => part.Filters), null)
    {
        _parts = parts;
    }

    /// <summary>
    /// The table of filters in 8 bits; their products with the scales are computed when <see cref="Entries"/> is first read.
    /// </summary>
    public FilterTable(QuantizedFilters quantized)
        : this(quantized.Words, quantized.Width, quantized.Filters, quantized)
    {
    }

    /// <summary>The table of filters in 16 bits, while training steps them one by one; in single precision alone.</summary>
    public FilterTable(int width, int filters, RoundedFilters rounded)
        : this(rounded.Words, width, filters, null)
    {
        Rounded = rounded;
        _pitch = rounded.Pitch;
    }

    private FilterTable(int words, int width, int filters, QuantizedFilters? quantized)
    {
        Words = words;
        Width = width;
        Filters = filters;
        Stride = AlignedArray<T>.WholeLines(filters);
        Quantized = quantized;
        _pitch = RowLength;
    }

    /// <summary>The same filters in 8 bits; null if they were never rounded.</summary>
    public QuantizedFilters? Quantized { get; }

    /// <summary>The entries in 16 bits, while training steps them one by one; null if they have the bits of T.</summary>
    /// <remarks>There are no <see cref="Entries"/> then: read and write rows.</remarks>
    public RoundedFilters? Rounded { get; }

    /// <summary>S: the number of words in the vocabulary, or of entries in a dense word vector.</summary>
    public int Words { get; }

    /// <summary>k, the number of words in a window.</summary>
    public int Width { get; }

    /// <summary>F, the number of filters.</summary>
    public int Filters { get; }

    /// <summary>The distance in entries between two rows: F rounded up to whole cache lines; the entries beyond F stay zero.</summary>
    public int Stride { get; }

    /// <summary>The id of the word that adds nothing.</summary>
    public int ZeroWord => Words;

    /// <summary>The number of entries, those of the zero word and beyond F among them.</summary>
    /// <exception cref="ArgumentException">An array can't have as many.</exception>
    public int Length
    {
        get
        {
            long length = (Words + 1L) * RowLength;
            if (length <= Array.MaxLength - AlignedArray<T>.EntriesPerLine) return (int)length;
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{Words:N0} words × {Width} positions × {Filters:N0} filters are more than "
                + $"the {Array.MaxLength:N0} entries an array can have"));
        }
    }

    /// <summary>All entries; index them by <see cref="Index"/>.</summary>
    public Span<T> Entries => Expanded.Span;

    /// <summary>The first entry, for the kernels.</summary>
    public ref T First => ref Expanded.First;

    public ref T this[int word, int position, int filter] => ref Entries[Index(word, position, filter)];

    /// <summary>The index of an entry, also of one in 16 bits and of the sum beside it (<see cref="RoundedFilters"/>).</summary>
    public int Index(int word, int position, int filter) => (word * _pitch) + (position * Stride) + filter;

    /// <summary>The number of entries in all rows of a word.</summary>
    public int RowLength => Width * Stride;

    /// <summary>All rows of a word, position by position.</summary>
    public Span<T> WordRows(int word) => Entries.Slice(Index(word, 0, 0), RowLength);

    /// <summary>Reads F entries; expands nothing.</summary>
    public void Read(int word, int position, Span<T> row)
    {
        if (_entries is { } entries) entries.Span.Slice(Index(word, position, 0), Filters).CopyTo(row);
        else ReadSource(word, position, row);
    }

    /// <summary>Writes entries of a row, rounded to the nearest number if entries have 16 bits.</summary>
    public void Write(int word, int position, ReadOnlySpan<T> entries, int firstFilter = 0)
    {
        int start = Index(word, position, firstFilter);
        if (Rounded is null) entries.CopyTo(Entries[start..]);
        else BFloat16.Round(MemoryMarshal.Cast<T, float>(entries), Rounded.Entries[start..]);
    }

    /// <summary>Returns an entry that isn't finite; null if there is none. Filters in 8 bits are finite.</summary>
    public T? FindNotFinite()
    {
        if (Quantized is not null) return null;
        foreach (FilterTable<T> part in _entries is null ? _parts : [])
        {
            if (part.FindNotFinite() is { } found) return found;
        }

        if (Rounded?.FindNotFinite() is { } number) return T.CreateChecked(number);
        foreach (T entry in _entries is null ? [] : _entries.Span)
        {
            if (!T.IsFinite(entry)) return entry;
        }

        return null;
    }

    /// <summary>Makes the memory available to other tables. This table, and tables that read it, must not be used any more.</summary>
    public void Release()
    {
        _entries?.Release();
        Rounded?.Release();
        Quantized?.Release();
    }

    /// <summary>Returns the number of words up to the last one that has rows.</summary>
    public int LengthWithRows(ReadOnlySpan<int> wordIds)
    {
        int length = wordIds.Length;
        while (length > 0 && wordIds[length - 1] >= Words)
            length--;
        return length;
    }

    /// <summary>Returns a text without those of its last words that change no response.</summary>
    /// <remarks>
    /// Words without rows are zero words. After the last word with rows, as many of them stay as a window has: every later window is of
    /// zero words alone, too.
    /// </remarks>
    public ReadOnlySpan<int> Trim(ReadOnlySpan<int> wordIds) =>
        wordIds[..Math.Min(wordIds.Length, LengthWithRows(wordIds) + Width)];

    /// <summary>Prefetches the rows of a text's words, which will soon be added up.</summary>
    public void PrefetchRows(ReadOnlySpan<int> wordIds)
    {
        wordIds = Trim(wordIds);
        if (Quantized is not null) Quantized.PrefetchRows(wordIds);
        else if (Rounded is not null) PrefetchRows(wordIds, ref MemoryMarshal.GetReference(Rounded.Entries));
        else if (_entries is not null) PrefetchRows(wordIds, ref First);
    }

    /// <summary>The same for other entries in this table's layout.</summary>
    public unsafe void PrefetchRows<TEntry>(ReadOnlySpan<int> wordIds, ref TEntry first)
        where TEntry : unmanaged =>
        Prefetch.Rows((nint)Unsafe.AsPointer(ref first), _pitch * sizeof(TEntry), RowLength * sizeof(TEntry), wordIds, ZeroWord);

    /// <summary>
    /// Computes each filter's largest sum over all windows of a text, and the window that won it, the first of equal ones.
    /// </summary>
    /// <param name="paddedIds">The text; at least one window.</param>
    /// <param name="maxima">Receives F sums, and zeros up to the stride.</param>
    /// <param name="winners">Receives F windows, and zeros up to the stride; empty if they aren't needed.</param>
    public void ConvolveMaxPool(ReadOnlySpan<int> paddedIds, Span<T> maxima, Span<T> winners)
    {
        if (Quantized is not null && typeof(T) == typeof(float))
        {
            Quantized.ConvolveMaxPool(paddedIds, MemoryMarshal.Cast<T, float>(maxima), MemoryMarshal.Cast<T, float>(winners));
        }
        else if (Rounded is not null && typeof(T) == typeof(float))
        {
            var rows = new RoundedRows(paddedIds, Rounded.Entries, _pitch);
            Lanes.Run<ConvolveMaxPool<float, RoundedRows>, float>(
                new(rows, Width, Stride, MemoryMarshal.Cast<T, float>(maxima), MemoryMarshal.Cast<T, float>(winners)));
        }
        else if (_entries is null && _parts.Length > 0)
        {
            ConvolveMaxPoolParts(paddedIds, maxima, winners);
        }
        else
        {
            Lanes.Run<ConvolveMaxPool<T, IdRows<T>>, T>(new(new IdRows<T>(paddedIds, this), Width, Stride, maxima, winners));
        }
    }

    /// <summary>The table as a matrix with one row per word.</summary>
    public MatrixView<T> AsMatrix() => new(Entries, Words, RowLength, 1);

    /// <summary>The same filters in a table that reads no others, with entries of <typeparamref name="T"/>.</summary>
    public FilterTable<T> Contiguous() => _parts.Length == 0 && Rounded is null ? this : To<T>();

    /// <summary>The same filters in another precision.</summary>
    public FilterTable<TOther> To<TOther>()
        where TOther : unmanaged, IBinaryFloatingPointIeee754<TOther>
    {
        var other = new FilterTable<TOther>(Words, Width, Filters);
        var from = new T[Filters];
        for (int word = 0; word < Words; word++)
        {
            for (int position = 0; position < Width; position++)
            {
                Read(word, position, from);
                Span<TOther> to = other.Entries.Slice(other.Index(word, position, 0), Filters);
                for (int j = 0; j < from.Length; j++)
                    to[j] = TOther.CreateChecked(from[j]);
            }
        }

        return other;
    }

    private AlignedArray<T> Expanded => _entries ?? LazyInitializer.EnsureInitialized(ref _entries, Expand);

    private AlignedArray<T> Expand()
    {
        if (Rounded is not null) throw new InvalidOperationException("the entries have 16 bits; read and write rows");
        var entries = new AlignedArray<T>(Length);
        for (int word = 0; word < Words; word++)
        {
            for (int position = 0; position < Width; position++)
                ReadSource(word, position, entries.Span.Slice(Index(word, position, 0), Filters));
        }

        return entries;
    }

    /// <summary>Reads F entries from the filters in 8 or 16 bits or the tables that this one consists of.</summary>
    private void ReadSource(int word, int position, Span<T> row)
    {
        if (Rounded is not null)
            BFloat16.Widen(Rounded.Entries.Slice(Index(word, position, 0), Filters), MemoryMarshal.Cast<T, float>(row));
        foreach (FilterTable<T> part in _parts)
        {
            part.Read(word, position, row[..part.Filters]);
            row = row[part.Filters..];
        }

        if (Quantized is null) return;
        ReadOnlySpan<sbyte> numbers = Quantized.Row(word, position);
        for (int j = 0; j < row.Length; j++)
            row[j] = T.CreateChecked(Quantized.Scales[j] * numbers[j]);
    }

    private void ConvolveMaxPoolParts(ReadOnlySpan<int> paddedIds, Span<T> maxima, Span<T> winners)
    {
        // a part writes whole cache lines, and the next one overwrites the zeros after its filters
        foreach (FilterTable<T> part in _parts)
        {
            part.ConvolveMaxPool(paddedIds, maxima, winners);
            maxima = maxima[part.Filters..];
            winners = winners.IsEmpty ? [] : winners[part.Filters..];
        }
    }
}

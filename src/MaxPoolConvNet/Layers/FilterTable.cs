using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// The filters U of one width, laid out for adding: entry (s, i, j), which is U[i·S + s, j], is in the row of word s and position i; a row
/// contains the F filters. For one-hot words row (w, i) is the contribution of word w to a window at position i. The table has one more
/// word: the zero word, which adds nothing and is used for padding.
/// </summary>
internal sealed class FilterTable<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly AlignedArray<T> _entries;

    public FilterTable(int words, int width, int filters)
    {
        Words = words;
        Width = width;
        Filters = filters;
        Stride = AlignedArray<T>.WholeLines(filters);
        long length = (words + 1L) * width * Stride;
        if (length > Array.MaxLength - AlignedArray<T>.EntriesPerLine)
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{words:N0} words × {width} positions × {filters:N0} filters are more than "
                + $"the {Array.MaxLength:N0} entries an array can have"));
        }

        _entries = new AlignedArray<T>((int)length);
    }

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

    /// <summary>All entries; index them by <see cref="Index"/>.</summary>
    public Span<T> Entries => _entries.Span;

    /// <summary>The first entry, for the kernels.</summary>
    public ref T First => ref _entries.First;

    public ref T this[int word, int position, int filter] => ref Entries[Index(word, position, filter)];

    public int Index(int word, int position, int filter) => (((word * Width) + position) * Stride) + filter;

    /// <summary>The number of entries in all rows of a word.</summary>
    public int RowLength => Width * Stride;

    /// <summary>All rows of a word, position by position.</summary>
    public Span<T> WordRows(int word) => Entries.Slice(Index(word, 0, 0), RowLength);

    /// <summary>Prefetches the rows of a text's words, which will soon be added up.</summary>
    public void PrefetchRows(ReadOnlySpan<int> wordIds) => PrefetchRows(wordIds, ref First);

    /// <summary>The same for other entries in this table's layout.</summary>
    public unsafe void PrefetchRows(ReadOnlySpan<int> wordIds, ref T first)
    {
        int bytes = RowLength * sizeof(T);
        nint start = (nint)Unsafe.AsPointer(ref first);
        foreach (int word in wordIds[..Math.Min(wordIds.Length, Prefetch.MostBytes / bytes)])
            Prefetch.Read(start + ((nint)Math.Min(word, ZeroWord) * bytes), bytes);
    }

    /// <summary>
    /// Computes each filter's largest sum over all windows of a text, and the window that won it, the first of equal ones.
    /// </summary>
    /// <param name="paddedIds">The text; at least one window.</param>
    /// <param name="maxima">Receives F sums, and zeros up to the stride.</param>
    /// <param name="winners">Receives F windows, and zeros up to the stride; empty if they aren't needed.</param>
    public void ConvolveMaxPool(ReadOnlySpan<int> paddedIds, Span<T> maxima, Span<T> winners) =>
        Lanes.Run<ConvolveMaxPool<T, IdRows<T>>, T>(new(new IdRows<T>(paddedIds, this), Width, Stride, maxima, winners));

    /// <summary>The table as a matrix with one row per word.</summary>
    public MatrixView<T> AsMatrix() => new(Entries, Words, RowLength, 1);

    /// <summary>The same filters in another precision.</summary>
    public FilterTable<TOther> To<TOther>()
        where TOther : unmanaged, IBinaryFloatingPointIeee754<TOther>
    {
        var other = new FilterTable<TOther>(Words, Width, Filters);
        for (int word = 0; word < Words; word++)
        {
            for (int position = 0; position < Width; position++)
            {
                ReadOnlySpan<T> from = Entries.Slice(Index(word, position, 0), Filters);
                Span<TOther> to = other.Entries.Slice(other.Index(word, position, 0), Filters);
                for (int j = 0; j < from.Length; j++)
                    to[j] = TOther.CreateChecked(from[j]);
            }
        }

        return other;
    }
}

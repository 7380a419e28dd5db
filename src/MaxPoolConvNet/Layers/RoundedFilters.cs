using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// The entries of a filter table in 16 bits, the upper halves of single-precision numbers (<see cref="BFloat16"/>), and beside them what
/// training sums up for each: it reads and writes half as much memory.
/// </summary>
/// <remarks>
/// The tables of several widths share memory: that of a word has the word's rows in all tables, and after them the sums of their entries.
/// The rows of a text are in few pages then, and a processor takes as long to find a page as to read several lines of it.
/// </remarks>
internal sealed class RoundedFilters
{
    private readonly AlignedArray<float> _memory;
    private readonly int _first;
    private readonly int _firstSum;

    private RoundedFilters(AlignedArray<float> memory, int words, int rowLength, int pitch, int first, int firstSum)
    {
        _memory = memory;
        Words = words;
        RowLength = rowLength;
        Pitch = pitch;
        _first = first;
        _firstSum = firstSum;
    }

    /// <summary>The number of words, without the zero word, which has rows, too.</summary>
    public int Words { get; }

    /// <summary>The number of entries in all rows of a word.</summary>
    public int RowLength { get; }

    /// <summary>The distance in entries between the rows of two words.</summary>
    public int Pitch { get; }

    /// <summary>The entries, from those of the first word on. What is between the rows of two words belongs to others.</summary>
    public Span<ushort> Entries => Numbers[_first..];

    /// <summary>The sums, where the entries have theirs; empty if there are none.</summary>
    public Span<ushort> Sums => Numbers[_firstSum..];

    // two in each number of the memory
    private Span<ushort> Numbers => MemoryMarshal.Cast<float, ushort>(_memory.Span);

    /// <summary>Tables of zeros that share memory.</summary>
    /// <param name="words">The number of words, without the zero word.</param>
    /// <param name="rowLengths">For each table the number of entries in all rows of a word.</param>
    /// <param name="haveSums">Whether there are sums beside the entries.</param>
    public static RoundedFilters[] Of(int words, int[] rowLengths, bool haveSums = true)
    {
        int sum = rowLengths.Sum();
        int pitch = haveSums ? 2 * sum : sum;
        var memory = new AlignedArray<float>((words + 1) * (pitch / 2));
        var tables = new RoundedFilters[rowLengths.Length];
        int first = 0;
        for (int t = 0; t < tables.Length; t++)
        {
            tables[t] = new RoundedFilters(memory, words, rowLengths[t], pitch, first, haveSums ? sum + first : (words + 1) * pitch);
            first += rowLengths[t];
        }

        return tables;
    }

    /// <summary>The same entries as those of tables that share memory, without sums.</summary>
    public static RoundedFilters[] WithoutSums(RoundedFilters[] tables)
    {
        RoundedFilters[] alone = Of(tables[0].Words, Array.ConvertAll(tables, table => table.RowLength), haveSums: false);
        for (int t = 0; t < tables.Length; t++)
        {
            for (int word = 0; word <= alone[t].Words; word++)
                tables[t].RowsOf(word, tables[t].Entries).CopyTo(alone[t].RowsOf(word, alone[t].Entries));
        }

        return alone;
    }

    /// <summary>Whether both have rows in the same memory.</summary>
    public bool IsBeside(RoundedFilters other) => _memory == other._memory;

    /// <summary>Returns an entry that isn't finite; null if there is none.</summary>
    public float? FindNotFinite()
    {
        for (int word = 0; word <= Words; word++)
        {
            foreach (ushort entry in RowsOf(word, Entries))
            {
                if (!float.IsFinite(BFloat16.Widen(entry))) return BFloat16.Widen(entry);
            }
        }

        return null;
    }

    /// <summary>Writes or reads the entries in 32 bits, row by row, rounded to the nearest number when read.</summary>
    /// <param name="exchange">Writes or reads an array.</param>
    public void Exchange(Action<Span<float>> exchange) => Exchange(Entries, exchange);

    /// <summary>The same for the sums.</summary>
    public void ExchangeSums(Action<Span<float>> exchange) => Exchange(Sums, exchange);

    /// <summary>Makes the memory available to other arrays, that of all tables which share it. There are no entries any more.</summary>
    public void Release() => _memory.Release();

    private void Exchange(Span<ushort> numbers, Action<Span<float>> exchange)
    {
        var exchanged = new AlignedArray<float>((Words + 1) * RowLength);
        for (int word = 0; word <= Words; word++)
            BFloat16.Widen(RowsOf(word, numbers), exchanged.Span.Slice(word * RowLength, RowLength));
        exchange(exchanged.Span);
        for (int word = 0; word <= Words; word++)
            BFloat16.Round(exchanged.Span.Slice(word * RowLength, RowLength), RowsOf(word, numbers));
        exchanged.Release();
    }

    private Span<ushort> RowsOf(int word, Span<ushort> numbers) => numbers.Slice(word * Pitch, RowLength);
}

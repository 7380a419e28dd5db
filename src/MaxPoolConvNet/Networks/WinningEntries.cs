using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// The contribution of one text to the sparse gradient G of the tables of its projected words; reused for text after text.
/// </summary>
/// <remarks>
/// G has one entry per filter with a gradient and word of its winning window, as <see cref="Network{T}.Route"/> visits them. They are
/// available by block of filters, for ∂L/∂U, and by word, for ∂L/∂X.
/// </remarks>
internal sealed class WinningEntries<T>(Network<T> network, TransposedFilters<T> filters, FilterBlock[] blocks)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReusableList<(int Place, Entry Entry)> _entries = new();
    private readonly int[] _blockEnds = new int[blocks.Length];
    private readonly CountingSort<Entry> _byPlace = new();
    private int[] _words = [];

    /// <summary>The text's words as rows of the matrix of vectors X, by position in the text.</summary>
    public ReadOnlySpan<int> Words => _words.AsSpan(0, WordCount);

    public int WordCount { get; private set; }

    /// <summary>Collects the entries of a text after its forward and backward passes.</summary>
    /// <param name="words">Its words, as rows of X.</param>
    /// <param name="tables">The tables that it ran on.</param>
    /// <param name="pass">Its pass.</param>
    /// <param name="gradient">Its gradient.</param>
    public void Collect(ReadOnlySpan<int> words, FilterTable<T>[] tables, TextPass<T> pass, TextGradient<T> gradient)
    {
        if (_words.Length < words.Length) _words = new int[2 * words.Length];
        words.CopyTo(_words);
        WordCount = words.Length;
        _entries.Clear();
        for (int b = 0; b < blocks.Length; b++)
        {
            FilterBlock block = blocks[b];
            FilterTable<T> table = tables[block.Bank];
            var collector = new Collector(
                _entries,
                pass.PaddedIds(block.Bank),
                table.RowLength,
                filters.FirstRow(block.Bank),
                network.Banks[block.Bank].Padding.Before(table.Width),
                block.Shard);
            network.Route(block.Bank, table, pass, gradient, block.Filters, ref collector);
            _blockEnds[b] = _entries.Count;
        }
    }

    /// <summary>The entries of a block of filters, each with its word's position in the text.</summary>
    public ReadOnlySpan<(int Place, Entry Entry)> OfBlock(int block) =>
        _entries.Items[(block == 0 ? 0 : _blockEnds[block - 1]).._blockEnds[block]];

    /// <summary>Sorts the entries by the text's words; call it before <see cref="OfPlace"/>.</summary>
    public void SortByPlace() => _byPlace.Sort(_entries.Items, WordCount);

    /// <summary>The entries of the word at a position of the text, in the order of the filters.</summary>
    public ReadOnlySpan<Entry> OfPlace(int place) => _byPlace.Of(place);

    /// <summary>An entry of G.</summary>
    public readonly struct Entry(int row, int shard, T gradient)
    {
        /// <summary>The filter and its position, as a row of <see cref="TransposedFilters{T}"/>.</summary>
        public int Row { get; } = row;

        /// <summary>The filter's shard.</summary>
        public int Shard { get; } = shard;

        /// <summary>∂L/∂ of the table's entry.</summary>
        public T Gradient { get; } = gradient;
    }

    private readonly ref struct Collector(
        ReusableList<(int Place, Entry Entry)> entries, ReadOnlySpan<int> paddedIds, int rowLength, int firstRow, int before, int shard)
        : IEntryVisitor<T>
    {
        private readonly ReadOnlySpan<int> _paddedIds = paddedIds;

        // after the entries of a word in a bank's table come the rows of its filters, in their order
        public void Visit(int at, int entry, T gradient) =>
            entries.Add((at - before, new Entry(firstRow + entry - (_paddedIds[at] * rowLength), shard, gradient)));
    }
}

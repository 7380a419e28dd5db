using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>
/// The filters over the embedding that don't fill a cache line, such as the last 4 of 100. Those of all positions and banks are projected
/// together, as if they were adjacent: a product for 4 columns takes a third of the time of one for 32.
/// </summary>
internal sealed class RestColumns
{
    private const int ColumnsAtOnce = 32;

    private readonly TransposedFilters<float> _filters;
    private readonly List<List<Rest>> _chunks = [];

    /// <param name="network">A network with an embedding.</param>
    /// <param name="filters">Its filters over the embedding.</param>
    public RestColumns(Network<float> network, TransposedFilters<float> filters)
    {
        _filters = filters;
        int columns = 0;
        for (int bank = network.WordBanks; bank < network.Banks.Length; bank++)
        {
            FilterTable<float> table = network.Tables[bank];
            for (int position = 0; position < table.Width; position++)
            {
                int end = (position * table.Stride) + table.Filters;
                for (int first = (position * table.Stride) + Whole(table.Filters); first < end;)
                {
                    int column = columns % ColumnsAtOnce;
                    if (column == 0) _chunks.Add([]);
                    int count = Math.Min(end - first, ColumnsAtOnce - column);
                    _chunks[^1].Add(new Rest(bank, first, column, count));
                    (first, columns) = (first + count, columns + count);
                }
            }
        }
    }

    /// <summary>The number of chunks of columns; they can be projected at the same time.</summary>
    public int Chunks => _chunks.Count;

    /// <summary>The filters that fill cache lines, of so many.</summary>
    public static int Whole(int filters) => filters / AlignedArray<float>.EntriesPerLine * AlignedArray<float>.EntriesPerLine;

    /// <summary>Computes the columns of a chunk in the tables of their banks.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="words">The rows of the words.</param>
    /// <param name="vectors">The words' vectors, one row of the embedding's stride per word.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="scratch">The thread's memory.</param>
    public void Project(int chunk, ReadOnlySpan<int> words, ReadOnlySpan<float> vectors, FilterTable<float>[] tables, Scratch scratch)
    {
        foreach (Rest rest in _chunks[chunk])
        {
            int row = _filters.FirstRow(rest.Bank) + rest.First;
            _filters.Entries.Slice(row * _filters.Stride, rest.Count * _filters.Stride)
                .CopyTo(scratch.Filters.AsSpan(rest.Column * _filters.Stride));
        }

        Span<float> products = scratch.Products(words.Length * ColumnsAtOnce);
        Lanes.Run<MatrixProduct<float>, float>(new MatrixProduct<float>(
            vectors,
            _filters.Stride,
            words,
            new MatrixView<float>(scratch.Filters, scratch.Dimension, rowStride: 1, _filters.Stride),
            ..(_chunks[chunk][^1].Column + _chunks[chunk][^1].Count),
            products,
            ColumnsAtOnce,
            scratch.Packed));
        foreach (int word in words)
        {
            foreach (Rest rest in _chunks[chunk])
                products.Slice((word * ColumnsAtOnce) + rest.Column, rest.Count).CopyTo(tables[rest.Bank].WordRows(word)[rest.First..]);
        }
    }

    /// <summary>Adjacent columns of a bank.</summary>
    /// <param name="bank">The bank.</param>
    /// <param name="first">The first one, within a word's rows.</param>
    /// <param name="column">The first one within its chunk.</param>
    /// <param name="count">Their number.</param>
    private readonly struct Rest(int bank, int first, int column, int count)
    {
        public int Bank { get; } = bank;

        public int First { get; } = first;

        public int Column { get; } = column;

        public int Count { get; } = count;
    }

    /// <summary>The scratch memory of a worker.</summary>
    /// <param name="embedding">The embedding.</param>
    public sealed class Scratch(EmbeddingTable<float> embedding)
    {
        private float[] _products = [];

        public int Dimension { get; } = embedding.Dimension;

        public float[] Filters { get; } = new float[ColumnsAtOnce * embedding.Stride];

        public float[] Packed { get; } = new float[MatrixProduct<float>.PackedLength(embedding.Dimension)];

        public Span<float> Products(int count)
        {
            if (_products.Length < count) _products = new float[2 * count];
            return _products;
        }
    }
}

using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>
/// The filters over the embedding that don't fill a cache line, such as the last 4 of 100. Those of all positions and banks are projected
/// together, as if they were adjacent: a product for 4 columns takes a third of the time of one for 32. A thread's memory.
/// </summary>
internal sealed class RestColumns
{
    private const int ColumnsAtOnce = 32;

    private readonly TransposedFilters<float> _filters;
    private readonly int _dimension;
    private readonly (int Bank, int First, int Column, int Count)[][] _chunks;
    private readonly float[] _filterRows;
    private float[] _products = [];

    /// <param name="network">A network with an embedding.</param>
    /// <param name="filters">Its filters over the embedding.</param>
    public RestColumns(Network<float> network, TransposedFilters<float> filters)
    {
        _filters = filters;
        _dimension = network.Embedding!.Dimension;
        _filterRows = new float[ColumnsAtOnce * filters.Stride];
        int columns = 0;
        var rests = new List<(int Bank, int First, int Column, int Count)>();
        for (int bank = network.WordBanks; bank < network.Banks.Length; bank++)
        {
            FilterTable<float> table = network.Tables[bank];
            for (int position = 0; position < table.Width; position++)
            {
                int first = (position * table.Stride) + Whole(table.Filters);
                for (int end = (position * table.Stride) + table.Filters; first < end;)
                {
                    int count = Math.Min(end - first, ColumnsAtOnce - (columns % ColumnsAtOnce));
                    rests.Add((bank, first, columns, count));
                    (first, columns) = (first + count, columns + count);
                }
            }
        }

        _chunks = [.. rests.GroupBy(rest => rest.Column / ColumnsAtOnce, (_, chunk) => chunk.ToArray())];
    }

    /// <summary>The number of chunks of columns; several threads can project different ones.</summary>
    public int Count => _chunks.Length;

    /// <summary>The filters that fill cache lines, of so many.</summary>
    public static int Whole(int filters) => filters / AlignedArray<float>.EntriesPerLine * AlignedArray<float>.EntriesPerLine;

    /// <summary>Computes the columns of a chunk in the tables of their banks.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="words">The rows of the words.</param>
    /// <param name="vectors">The words' vectors, one row of the embedding's stride per word.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="packed">Scratch memory of length <see cref="MatrixProduct{T}.PackedLength"/>.</param>
    public void Project(int chunk, ReadOnlySpan<int> words, ReadOnlySpan<float> vectors, FilterTable<float>[] tables, Span<float> packed)
    {
        int first = chunk * ColumnsAtOnce;
        (int Bank, int First, int Column, int Count)[] rests = _chunks[chunk];
        foreach ((int bank, int entry, int column, int count) in rests)
        {
            int start = (_filters.FirstRow(bank) + entry) * _filters.Stride;
            _filters.Entries.Slice(start, count * _filters.Stride).CopyTo(_filterRows.AsSpan((column - first) * _filters.Stride));
        }

        int needed = tables[rests[0].Bank].Words * ColumnsAtOnce;
        if (_products.Length < needed) _products = new float[needed];
        Lanes.Run<MatrixProduct<float>, float>(new MatrixProduct<float>(
            vectors,
            _filters.Stride,
            words,
            new MatrixView<float>(_filterRows, _dimension, rowStride: 1, _filters.Stride),
            ..(rests[^1].Column + rests[^1].Count - first),
            _products,
            ColumnsAtOnce,
            packed));
        foreach (int word in words)
        {
            foreach ((int bank, int entry, int column, int count) in rests)
                _products.AsSpan((word * ColumnsAtOnce) + column - first, count).CopyTo(tables[bank].WordRows(word)[entry..]);
        }
    }

    /// <summary>Writes 0 to the columns of a chunk for a word with the vector 0.</summary>
    public void Clear(int chunk, int word, FilterTable<float>[] tables)
    {
        foreach ((int bank, int entry, _, int count) in _chunks[chunk])
            tables[bank].WordRows(word).Slice(entry, count).Clear();
    }
}

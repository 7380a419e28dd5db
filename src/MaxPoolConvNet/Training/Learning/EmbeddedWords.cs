using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Training;

/// <summary>The vectors of the distinct words of a batch, and their products with the filters over the embedding.</summary>
/// <remarks>
/// The products are one table per bank, in which row w, i is x_w · U[i·S … (i + 1)·S), so that the texts run on it like one-hot words.
/// The memory is reused for every batch.
/// </remarks>
internal sealed class EmbeddedWords
{
    private readonly Network<float> _network;
    private readonly EmbeddingTable<float> _embedding;
    private readonly DistinctWords _distinct;
    private AlignedArray<float> _vectors = new(0);
    private bool[] _isZero = [];

    /// <param name="network">A network with an embedding.</param>
    public EmbeddedWords(Network<float> network)
    {
        _network = network;
        _embedding = network.Embedding!;
        _distinct = new DistinctWords(_embedding.Words);
        Tables = [.. network.Tables];
        Reserve(32);
    }

    /// <summary>The tables to run on: the filters of the word banks, and the products of the banks over the embedding.</summary>
    public FilterTable<float>[] Tables { get; }

    /// <summary>The words, in the order of their rows.</summary>
    public ReadOnlySpan<int> Words => _distinct.Words;

    /// <summary>The words' vectors, one row of the embedding's stride per word.</summary>
    public Span<float> Vectors => _vectors.Span[..(_distinct.Count * _embedding.Stride)];

    public void Clear() => _distinct.Clear();

    /// <summary>Adds a text's words and writes the row of each.</summary>
    public void Add(ReadOnlySpan<int> wordIds, Span<int> rows) => _distinct.Add(wordIds, rows);

    /// <summary>Makes room for all added words. Must be called before <see cref="LookUp"/>.</summary>
    public void Reserve()
    {
        if (_vectors.Length < _distinct.Count * _embedding.Stride) Reserve(2 * _distinct.Count);
    }

    /// <summary>Looks up the vectors of some of the added words. Must be called before the projections.</summary>
    public void LookUp(Range rows)
    {
        _embedding.LookUp(_distinct.Words[rows], _vectors.Span[(rows.Start.Value * _embedding.Stride)..]);
        for (int row = rows.Start.Value; row < rows.End.Value; row++)
            _isZero[row] = !_vectors.Span.Slice(row * _embedding.Stride, _embedding.Stride).ContainsAnyExcept(0f);
    }

    /// <summary>Computes some columns of a bank's table. Calls for other columns can run at the same time.</summary>
    /// <param name="bank">A bank over the embedding.</param>
    /// <param name="rows">The rows of the words that are needed; overwritten.</param>
    /// <param name="filters">The bank's filters, S × entries of a word's rows.</param>
    /// <param name="columns">The columns, which start at a cache line.</param>
    /// <param name="packed">Scratch memory of length <see cref="MatrixProduct{T}.PackedLength"/>.</param>
    public void Project(int bank, Span<int> rows, MatrixView<float> filters, Range columns, Span<float> packed)
    {
        FilterTable<float> table = Tables[bank];
        int count = 0;
        foreach (int row in rows)
        {
            // sub-words, most of a text, have the vector 0
            if (_isZero[row]) table.Entries.Slice(row * table.RowLength, table.RowLength)[columns].Clear();
            else rows[count++] = row;
        }

        Lanes.Run<MatrixProduct<float>, float>(new MatrixProduct<float>(
            Vectors, _embedding.Stride, rows[..count], filters, columns, table.Entries, table.RowLength, packed));
    }

    /// <summary>Computes a chunk of columns that don't fill cache lines. Calls for others can run at the same time.</summary>
    /// <param name="columns">The thread's columns.</param>
    /// <param name="chunk">The chunk.</param>
    /// <param name="rows">Room for the rows of all words.</param>
    /// <param name="packed">Scratch memory of length <see cref="MatrixProduct{T}.PackedLength"/>.</param>
    public void Project(RestColumns columns, int chunk, Span<int> rows, Span<float> packed)
    {
        int count = 0;
        for (int row = 0; row < _distinct.Count; row++)
        {
            if (_isZero[row]) columns.Clear(chunk, row, Tables);
            else rows[count++] = row;
        }

        columns.Project(chunk, rows[..count], Vectors, Tables, packed);
    }

    private void Reserve(int words)
    {
        _vectors = new AlignedArray<float>(words * _embedding.Stride);
        _isZero = new bool[words];
        for (int b = _network.WordBanks; b < Tables.Length; b++)
            Tables[b] = new FilterTable<float>(words, _network.Tables[b].Width, _network.Tables[b].Filters);
    }
}

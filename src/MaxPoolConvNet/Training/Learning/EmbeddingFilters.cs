namespace MaxPoolConvNet.Training;

/// <summary>
/// The filters over the embedding of one width as training keeps them: row i·stride + j holds the S entries of filter j at position i, one
/// after the other, so that the gradients g·x_w and g·u, whose lengths are S, are sums of whole rows.
/// </summary>
internal sealed class EmbeddingFilters
{
    private readonly FilterTable<float> _table;
    private readonly AlignedArray<float> _entries;
    private readonly AlignedArray<float> _gradients;
    private readonly int _dimension;

    /// <param name="table">The filters as the network has them.</param>
    /// <param name="stride">Entries from a row to the next: the embedding's stride.</param>
    public EmbeddingFilters(FilterTable<float> table, int stride)
    {
        _table = table;
        _dimension = table.Words;
        Stride = stride;
        _entries = new AlignedArray<float>(checked(table.RowLength * stride));
        _gradients = new AlignedArray<float>(_entries.Length);
        for (int s = 0; s < _dimension; s++)
        {
            ReadOnlySpan<float> rows = table.WordRows(s);
            for (int row = 0; row < rows.Length; row++)
                Entries[(row * stride) + s] = rows[row];
        }
    }

    public int Stride { get; }

    /// <summary>Rows: those of a word in the network's table.</summary>
    public int Rows => _table.RowLength;

    public Span<float> Entries => _entries.Span;

    /// <summary>The sums of the gradients, entry by entry; a step clears them.</summary>
    public Span<float> Gradients => _gradients.Span;

    /// <summary>The filters as a matrix of S rows, as the projection takes them.</summary>
    public MatrixView<float> AsMatrix() => new(Entries, _dimension, 1, Stride);

    /// <summary>Gives the filters back to the network, in its order.</summary>
    public void WriteBack()
    {
        for (int s = 0; s < _dimension; s++)
        {
            Span<float> rows = _table.WordRows(s);
            for (int row = 0; row < rows.Length; row++)
                rows[row] = Entries[(row * Stride) + s];
        }
    }
}

namespace MaxPoolConvNet.Training;

/// <summary>
/// The filters of all widths over the embedding as training keeps them: one row for each filter and position, which holds its S entries one
/// after the other, so that the gradients g·x_w and g·u, whose lengths are S, are sums of whole rows. Those of a bank stand together; the row
/// of filter j at position i is the bank's first one + i·stride + j, as in the bank's table.
/// </summary>
internal sealed class TransposedFilters
{
    private const int FiltersInBlock = 16;

    private readonly FilterTable<float>[] _tables;
    private readonly int[] _firstRows;
    private readonly AlignedArray<float> _entries;
    private readonly AlignedArray<float> _gradients;

    /// <param name="tables">The filters as the network has them, a table a bank.</param>
    /// <param name="stride">Entries from a row to the next: the embedding's stride.</param>
    public TransposedFilters(FilterTable<float>[] tables, int stride)
    {
        _tables = tables;
        Stride = stride;
        _firstRows = new int[tables.Length + 1];
        for (int b = 0; b < tables.Length; b++)
            _firstRows[b + 1] = _firstRows[b] + tables[b].RowLength;
        Blocks =
        [
            .. tables.SelectMany((table, bank) => Enumerable.Range(0, Chunks.Count(table.Filters, FiltersInBlock)).Select(piece =>
            {
                (int first, int count) = Chunks.Of(piece, table.Filters, FiltersInBlock).GetOffsetAndLength(table.Filters);
                return new FilterBlock(bank, first, count, table.Width, _firstRows[bank] + first, table.Stride);
            })),
        ];
        _entries = new AlignedArray<float>(checked(_firstRows[^1] * stride));
        _gradients = new AlignedArray<float>(_entries.Length);
        for (int b = 0; b < tables.Length; b++)
        {
            for (int s = 0; s < tables[b].Words; s++)
            {
                ReadOnlySpan<float> rows = tables[b].WordRows(s);
                for (int row = 0; row < rows.Length; row++)
                    Row(Entries, _firstRows[b] + row)[s] = rows[row];
            }
        }
    }

    /// <summary>Entries from a row to the next.</summary>
    public int Stride { get; }

    /// <summary>The filters of all banks, divided into blocks.</summary>
    public FilterBlock[] Blocks { get; }

    public Span<float> Entries => _entries.Span;

    /// <summary>The gradient's sums, entry by entry; of rows that no filter has they stay 0.</summary>
    public Span<float> Gradients => _gradients.Span;

    /// <summary>A row's part of the entries or of the gradients.</summary>
    public Span<float> Row(Span<float> entries, int row) => entries.Slice(row * Stride, Stride);

    /// <summary>A bank's filters as a matrix of S rows, as the projection takes them.</summary>
    public MatrixView<float> AsMatrix(int bank) =>
        new(Entries[(_firstRows[bank] * Stride)..(_firstRows[bank + 1] * Stride)], _tables[bank].Words, 1, Stride);

    /// <summary>Gives the filters back to the network, in its order.</summary>
    public void WriteBack()
    {
        for (int b = 0; b < _tables.Length; b++)
        {
            for (int s = 0; s < _tables[b].Words; s++)
            {
                Span<float> rows = _tables[b].WordRows(s);
                for (int row = 0; row < rows.Length; row++)
                    rows[row] = Row(Entries, _firstRows[b] + row)[s];
            }
        }
    }
}

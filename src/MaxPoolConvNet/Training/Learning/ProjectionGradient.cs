namespace MaxPoolConvNet.Training;

/// <summary>
/// Backward of the projection x_w · U: hands the gradient g of a table's entry (w, row) on to both factors, ∂L/∂U[row] += g·x_w and
/// ∂L/∂x_w += g·U[row]; a thread does so for columns of its own.
/// </summary>
/// <param name="words">The words' vectors.</param>
/// <param name="wordGradients">Sums of ∂L/∂x; empty where no word is trained.</param>
/// <param name="filters">The filters and the sums of ∂L/∂U.</param>
/// <param name="columns">The columns, from and to whole cache lines.</param>
internal readonly ref struct ProjectionGradient(
    ReadOnlySpan<float> words, Span<float> wordGradients, EmbeddingFilters filters, Range columns) : IEntryVisitor<float>
{
    private readonly ReadOnlySpan<float> _words = words;
    private readonly Span<float> _wordGradients = wordGradients;
    private readonly ReadOnlySpan<float> _filters = filters.Entries;
    private readonly Span<float> _filterGradients = filters.Gradients;
    private readonly int _rows = filters.Rows;
    private readonly int _stride = filters.Stride;
    private readonly int _from = columns.Start.Value;
    private readonly int _count = columns.End.Value - columns.Start.Value;

    public void Visit(int entry, float gradient)
    {
        (int word, int row) = Math.DivRem(entry, _rows);
        int ofWord = (word * _stride) + _from;
        int ofRow = (row * _stride) + _from;
        Lanes.Run<AddScaled<float>, float>(new AddScaled<float>(gradient, _words.Slice(ofWord, _count), _filterGradients.Slice(ofRow, _count)));
        if (_wordGradients.IsEmpty) return;
        Lanes.Run<AddScaled<float>, float>(new AddScaled<float>(gradient, _filters.Slice(ofRow, _count), _wordGradients.Slice(ofWord, _count)));
    }
}

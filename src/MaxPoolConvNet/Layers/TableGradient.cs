using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>Collects the gradients of a filter table's entries and returns them as ∂L/∂U.</summary>
internal sealed class TableGradient(FilterTable<double> table) : IEntryVisitor<double>
{
    private readonly Dictionary<int, double> _entries = [];

    public void Visit(int at, int entry, double gradient) => _entries[entry] = _entries.GetValueOrDefault(entry) + gradient;

    /// <summary>For one-hot words the table is U itself: a sparse Sk × F matrix with one entry per visited entry.</summary>
    public Matrix<double> ToSparseMatrix() => Matrix<double>.Build.SparseOfIndexed(
        table.Width * table.Words,
        table.Filters,
        _entries.Select(pair =>
        {
            (int word, int position, int filter) = Locate(pair.Key);
            return ((position * table.Words) + word, filter, pair.Value);
        }));

    /// <summary>
    /// For word vectors the table is their product with U; an entry's gradient g contributes g·x_w to U: Sk × F, dense.
    /// </summary>
    public Matrix<double> ToMatrix(TextInput text)
    {
        int size = text.WordSize!.Value;
        var filters = Matrix<double>.Build.Dense(table.Width * size, table.Filters);
        foreach ((int entry, double gradient) in _entries)
        {
            (int word, int position, int filter) = Locate(entry);
            ReadOnlySpan<double> vector = text.WordVectors.Slice(word * size, size);
            for (int s = 0; s < size; s++)
                filters[(position * size) + s, filter] += gradient * vector[s];
        }

        return filters;
    }

    /// <summary>
    /// The gradient of the word vectors: an entry's gradient g contributes g·U[i·S … (i + 1)·S, j] to x_w: n × S, dense.
    /// </summary>
    public Matrix<double> ToWordVectors(TextInput text, FilterTable<double> filters)
    {
        var vectors = Matrix<double>.Build.Dense(text.WordCount, filters.Words);
        foreach ((int entry, double gradient) in _entries)
        {
            (int word, int position, int filter) = Locate(entry);
            for (int s = 0; s < filters.Words; s++)
                vectors[word, s] += gradient * filters[s, position, filter];
        }

        return vectors;
    }

    private (int Word, int Position, int Filter) Locate(int entry)
    {
        (int row, int filter) = Math.DivRem(entry, table.Stride);
        (int word, int position) = Math.DivRem(row, table.Width);
        return (word, position, filter);
    }
}

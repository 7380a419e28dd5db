using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>The convolution over words: each of F filters u_j responds to each window of k words with z_mj = x_m · u_j + b_j.</summary>
/// <remarks>
/// Usable alone and as a layer of <see cref="ConvNet"/>. Reading (Forward, Backward) is thread-safe; setting parameters requires exclusive
/// access to the layer.
/// </remarks>
public sealed class ConvFilterLayer
{
    /// <summary>Creates the layer from its filters.</summary>
    /// <param name="filters">
    /// U, Sk × F: filter u_j in column j; row i·S + s is position i in the window, entry s of the word's vector. Copied.
    /// </param>
    /// <param name="width">k, the number of words in a window. At least 1.</param>
    /// <param name="padding">Where windows begin. The default is narrow.</param>
    /// <param name="bias">b, F numbers added to the responses; <see langword="null"/> for none, as in the writeup's network.</param>
    /// <exception cref="ArgumentNullException"><paramref name="filters"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="width"/> is less than 1, or the padding is undefined.</exception>
    /// <exception cref="ArgumentException">
    /// U's row count isn't a multiple of k, there aren't F biases, or an entry is NaN or infinite.
    /// </exception>
    public ConvFilterLayer(Matrix<double> filters, int width, Padding padding = Padding.Narrow, Vector<double>? bias = null)
        : this(new FilterBank<double>(CreateTable(filters, width), bias is not null, padding))
    {
        OptionRange.Check(padding, nameof(padding));
        for (int row = 0; row < filters.RowCount; row++)
        {
            for (int column = 0; column < filters.ColumnCount; column++)
            {
                Finite.Check(filters[row, column], ParameterNames.Filters, row, column);
                Row(row)[column] = filters[row, column];
            }
        }

        if (bias is null) return;
        if (bias.Count != FilterCount)
            throw new ArgumentException($"there are {bias.Count} biases for {FilterCount} filters", nameof(bias));
        for (int j = 0; j < FilterCount; j++)
        {
            Finite.Check(bias[j], ParameterNames.FilterBias, 0, j);
            Bank.Bias![j] = bias[j];
        }
    }

    internal ConvFilterLayer(FilterBank<double> bank) => Bank = bank;

    /// <summary>k, the number of words in a window.</summary>
    public int Width => Bank.Table.Width;

    /// <summary>S, the size of one word's vector: for one-hot words, the number of words of the vocabulary that the filters know.</summary>
    public int WordSize => Bank.Table.Words;

    /// <summary>F, the number of filters.</summary>
    public int FilterCount => Bank.Table.Filters;

    /// <summary>Where windows begin.</summary>
    public Padding Padding => Bank.Padding;

    /// <summary>Whether the filters have biases.</summary>
    public bool HasBias => Bank.Bias is not null;

    /// <summary>The layer's parameters: "U" (Sk × F) and, with biases, "filterBias" (1 × F).</summary>
    /// <remarks>
    /// They are views: reading and setting them reads and sets the layer's own numbers. A network with several widths uses other names: see
    /// <see cref="ConvNet.Parameters"/>.
    /// </remarks>
    public IReadOnlyList<Parameter> Parameters => NamedParameters("");

    internal FilterBank<double> Bank { get; }

    /// <summary>The parameters with a suffix after their names, to distinguish the layers of a network.</summary>
    internal IReadOnlyList<Parameter> NamedParameters(string suffix) => NamedParameters(suffix, RowsInUse);

    /// <summary>The same with other rows in use; null for all rows, as for filters over an embedding.</summary>
    internal IReadOnlyList<Parameter> NamedParameters(string suffix, Func<TextInput, IEnumerable<int>>? rowsInUse)
    {
        var filters = new Parameter(ParameterNames.Filters + suffix, WordSize * Width, FilterCount, Row, rowsInUse);
        return Bank.Bias is { } bias ? [filters, new Parameter(ParameterNames.FilterBias + suffix, 1, FilterCount, _ => bias)] : [filters];
    }

    /// <summary>Computes z_mj = x_m · u_j + b_j for every window m and filter j.</summary>
    /// <param name="text">Word ids below S, or word vectors with S entries. A text shorter than k is padded with zero words.</param>
    /// <returns>The responses, windows × F.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException">An id is outside the vocabulary, or the vectors' size isn't S.</exception>
    /// <exception cref="ArithmeticException">The product of a word vector and the filters overflows.</exception>
    public ConvFilterPass Forward(TextInput text)
    {
        FilterTable<double> table = TableOf(text);
        int[] padded = new int[Padding.PaddedLength(text.WordCount, Width)];
        Padding.Pad(text.WordIds.AsSpan(), Width, table.ZeroWord, padded);

        // a single window is a text whose maximum is its own response, so the fused kernel computes this too
        int windows = padded.Length - Width + 1;
        var responses = Matrix<double>.Build.Dense(windows, FilterCount);
        double[] response = new double[table.Stride];
        double[] winner = new double[table.Stride];
        for (int m = 0; m < windows; m++)
        {
            Bank.Pool(padded.AsSpan(m, Width), table, response, winner);
            responses.SetRow(m, response[..FilterCount]);
        }

        return new ConvFilterPass(this, text, padded, table, responses, Padding.Before(Width));
    }

    /// <summary>Computes ∂L/∂u_j = Σ_m ∂L/∂z_mj · x_m and ∂L/∂b_j = Σ_m ∂L/∂z_mj. Changes nothing.</summary>
    /// <remarks>After a max-pool only winning windows have a gradient. For one-hot words ∂L/∂U then has k entries per filter.</remarks>
    /// <param name="pass">The result of <see cref="Forward"/>.</param>
    /// <param name="responseGradient">∂L/∂z, windows × F.</param>
    /// <returns>∂L/∂U (Sk × F), ∂L/∂b (1 × F) and, for word vectors, ∂L/∂x (n × S).</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="responseGradient"/> isn't windows × F, or the pass belongs to another layer.
    /// </exception>
    public ConvFilterGradients Backward(ConvFilterPass pass, Matrix<double> responseGradient)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(responseGradient);
        if (pass.Layer != this) throw new ArgumentException("the pass is another layer's", nameof(pass));
        if (responseGradient.RowCount != pass.WindowCount || responseGradient.ColumnCount != FilterCount)
        {
            throw new ArgumentException(
                $"∂L/∂z is {responseGradient.RowCount} × {responseGradient.ColumnCount}; "
                + $"the responses are {pass.WindowCount} × {FilterCount}",
                nameof(responseGradient));
        }

        var collected = new TableGradient(pass.Table);
        double[] bias = new double[FilterCount];
        foreach ((int window, int filter, double gradient) in responseGradient.EnumerateIndexed(Zeros.AllowSkip))
        {
            FilterBank<double>.RouteWindow(pass.PaddedIds, pass.Table, window, filter, gradient, ref collected);
            bias[filter] += gradient;
        }

        return new ConvFilterGradients(
            pass.Text.HasWordVectors ? collected.ToMatrix(pass.Text) : collected.ToSparseMatrix(),
            BiasGradient(bias),
            pass.Text.HasWordVectors ? collected.ToWordVectors(pass.Text, Bank.Table) : null);
    }

    /// <summary>The table that a text runs on: the filters themselves, or the projection of its word vectors.</summary>
    internal FilterTable<double> TableOf(TextInput text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.HasWordVectors)
        {
            if (text.WordSize != WordSize)
            {
                throw new ArgumentException(
                    $"the text's word vectors have {text.WordSize} entries; the filters expect {WordSize}", nameof(text));
            }
            FilterTable<double> projected = Bank.Project(text.WordVectors, text.WordCount);
            foreach (double entry in projected.Entries)
            {
                if (!double.IsFinite(entry))
                {
                    throw new ArithmeticException(FormattableString.Invariant(
                        $"a word vector's product with the filters is {entry}: weights or word vectors are too large"));
                }
            }

            return projected;
        }

        text.CheckIds(WordSize);
        return Bank.Table;
    }

    /// <summary>∂L/∂b, 1 × F, from ∂L/∂z summed over the windows for each filter; null without biases.</summary>
    internal Matrix<double>? BiasGradient(ReadOnlySpan<double> responseGradients) =>
        HasBias ? Matrix<double>.Build.Dense(1, FilterCount, responseGradients[..FilterCount].ToArray()) : null;

    private static FilterTable<double> CreateTable(Matrix<double> filters, int width)
    {
        ArgumentNullException.ThrowIfNull(filters);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (filters.RowCount == 0 || filters.ColumnCount == 0)
        {
            throw new ArgumentException(
                $"U is {filters.RowCount} × {filters.ColumnCount}; at least a row and a column were expected", nameof(filters));
        }
        if (filters.RowCount % width != 0)
            throw new ArgumentException($"U has {filters.RowCount} rows, which windows of {width} words don't divide", nameof(filters));
        return new FilterTable<double>(filters.RowCount / width, width, filters.ColumnCount);
    }

    /// <summary>Row i·S + s of U: the F entries of position i in the window and entry s of the word's vector.</summary>
    private Span<double> Row(int row) => Bank.Table.Entries.Slice(Bank.Table.Index(row % WordSize, row / WordSize, 0), FilterCount);

    private IEnumerable<int> RowsInUse(TextInput text) => text.HasWordVectors
        ? Enumerable.Range(0, WordSize * Width)
        : Enumerable.Range(0, Width).SelectMany(position =>
            text.WordIds.Where(word => word < WordSize).Distinct().Order().Select(word => (position * WordSize) + word));
}

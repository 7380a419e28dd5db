using System.Numerics;
using System.Runtime.InteropServices;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Onnx.Parts;

/// <summary>The responses of filters to each word at a position of a window, a row per word.</summary>
internal static class WordTable
{
    /// <param name="bank">The filters.</param>
    /// <param name="position">The position.</param>
    /// <param name="masked">The entries of the last row; those of the row before are 0.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>A row for each word, and two more.</returns>
    /// <exception cref="ArithmeticException">A response overflows.</exception>
    public static float[] Of(FilterBank bank, int position, float masked, CancellationToken cancellationToken)
    {
        float[] table = new float[checked((bank.Words + 2) * bank.Filters)];
        table.AsSpan((bank.Words + 1) * bank.Filters).Fill(masked);
        double[] filters = Filters(bank.Layer, position);
        if (bank.Embedding is null) Round(filters, table);
        else Project(bank.Embedding, filters, bank.Filters, table, cancellationToken);
        foreach (float response in table)
        {
            if (!float.IsFinite(response))
                throw new ArithmeticException(FormattableString.Invariant($"the response to a word is {response}: weights are too large"));
        }

        return table;
    }

    /// <summary>Rows i·S … (i + 1)·S − 1 of U, for position i.</summary>
    private static double[] Filters(ConvFilterLayer layer, int position)
    {
        Parameter u = layer.Parameters[0];
        int columns = layer.FilterCount;
        double[] filters = new double[checked(layer.WordSize * columns)];
        for (int s = 0; s < layer.WordSize; s++)
            u.CopyRow((position * layer.WordSize) + s, filters.AsSpan(s * columns, columns));
        return filters;
    }

    /// <summary>Row w becomes the product of word w's vector and the filters.</summary>
    private static void Project(
        Embedding embedding, double[] filters, int columns, float[] table, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.For(
            0,
            embedding.VocabularySize,
            options,
            () => (Vector: new double[embedding.Dimension], Row: new double[columns]),
            (word, _, scratch) =>
            {
                embedding.CopyVector(word, scratch.Vector);
                Multiply(scratch.Vector, filters, scratch.Row);
                Round(scratch.Row, table.AsSpan(word * columns, columns));
                return scratch;
            },
            _ => { });
    }

    private static void Multiply(ReadOnlySpan<double> vector, ReadOnlySpan<double> filters, Span<double> row)
    {
        row.Clear();
        Span<Vector<double>> sums = MemoryMarshal.Cast<double, Vector<double>>(row);
        for (int s = 0; s < vector.Length; s++)
        {
            ReadOnlySpan<double> entries = filters.Slice(s * row.Length, row.Length);
            ReadOnlySpan<Vector<double>> lanes = MemoryMarshal.Cast<double, Vector<double>>(entries);
            for (int lane = 0; lane < sums.Length; lane++)
                sums[lane] += vector[s] * lanes[lane];
            for (int j = sums.Length * Vector<double>.Count; j < row.Length; j++)
                row[j] += vector[s] * entries[j];
        }
    }

    private static void Round(ReadOnlySpan<double> numbers, Span<float> rounded)
    {
        for (int j = 0; j < numbers.Length; j++)
            rounded[j] = (float)numbers[j];
    }
}

using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>The convolution as its formula says it, z_mj = x_m · u_j + b_j, over window vectors that are written out.</summary>
internal static class NaiveConvolution
{
    /// <summary>z, windows × F.</summary>
    public static Matrix<double> Responses(
        Matrix<double> filters, int width, Padding padding, Vector<double>? bias, Matrix<double> wordVectors)
    {
        double[][] windows = Windows(width, padding, wordVectors);
        return Matrix<double>.Build.Dense(windows.Length, filters.ColumnCount, (m, j) =>
        {
            double sum = bias?[j] ?? 0;
            for (int row = 0; row < filters.RowCount; row++)
                sum += windows[m][row] * filters[row, j];
            return sum;
        });
    }

    /// <summary>A row for each word id, 1 at the id and 0 elsewhere.</summary>
    public static Matrix<double> OneHot(int[] wordIds, int wordSize) =>
        RowsOf([.. wordIds.Select(word => Enumerable.Range(0, wordSize).Select(entry => entry == word ? 1.0 : 0).ToArray())], wordSize);

    /// <summary>A matrix of as many rows as there are, which may be none.</summary>
    public static Matrix<double> RowsOf(double[][] rows, int columns) =>
        Matrix<double>.Build.Dense(rows.Length, columns, (row, column) => rows[row][column]);

    private static double[][] Windows(int width, Padding padding, Matrix<double> wordVectors)
    {
        double[] zeroWord = new double[wordVectors.ColumnCount];
        IEnumerable<double[]> around = Enumerable.Repeat(zeroWord, padding == Padding.Wide ? width - 1 : 0);
        List<double[]> words = [.. around, .. wordVectors.ToRowArrays(), .. around];
        while (words.Count < width)
            words.Add(zeroWord);
        return [.. Enumerable.Range(0, words.Count - width + 1).Select(m => words.GetRange(m, width).SelectMany(word => word).ToArray())];
    }
}

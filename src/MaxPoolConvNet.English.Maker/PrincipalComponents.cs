using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.English;

/// <summary>Principal component analysis.</summary>
internal static class PrincipalComponents
{
    /// <summary>Rotates rows, less their mean, so that the first entries vary the most, and keeps these.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="dimension">The number of entries kept.</param>
    /// <param name="explained">The fraction of the variance that is kept.</param>
    public static Matrix<double> Project(Matrix<double> rows, int dimension, out double explained)
    {
        Vector<double> mean = rows.ColumnSums() / rows.RowCount;
        Matrix<double> centered = rows - Matrix<double>.Build.Dense(rows.RowCount, 1, 1).Multiply(mean.ToRowMatrix());
        var decomposition = (centered.TransposeThisAndMultiply(centered) / rows.RowCount).Evd(Symmetricity.Symmetric);

        // the largest eigenvalues come last; of the two directions of an eigenvector, the one whose largest entry is positive
        int first = rows.ColumnCount - 1;
        Matrix<double> kept = Matrix<double>.Build.DenseOfColumnVectors(
            Enumerable.Range(0, dimension).Select(c => Directed(decomposition.EigenVectors.Column(first - c))));
        double[] variances = [.. decomposition.EigenValues.Select(value => value.Real)];
        explained = variances[^dimension..].Sum() / variances.Sum();
        return centered * kept;
    }

    private static Vector<double> Directed(Vector<double> direction) =>
        direction[direction.AbsoluteMaximumIndex()] < 0 ? -direction : direction;
}

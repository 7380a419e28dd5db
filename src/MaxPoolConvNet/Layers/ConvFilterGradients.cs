using System.Diagnostics;
using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>What <see cref="ConvFilterLayer.Backward"/> returns. The matrices are the caller's own: nothing else reads them.</summary>
[DebuggerDisplay("U {U.RowCount} × {U.ColumnCount}")]
public sealed class ConvFilterGradients
{
    internal ConvFilterGradients(Matrix<double> u, Matrix<double>? bias, Matrix<double>? wordVectors)
    {
        U = u;
        Bias = bias;
        WordVectors = wordVectors;
    }

    /// <summary>∂L/∂U, Sk × F; a sparse matrix where the words are one-hot.</summary>
    public Matrix<double> U { get; }

    /// <summary>∂L/∂b, 1 × F; <see langword="null"/> where the layer has no biases.</summary>
    public Matrix<double>? Bias { get; }

    /// <summary>
    /// ∂L/∂x, n × S, what goes on to <see cref="Embedding.Backward"/>; <see langword="null"/> where the words are one-hot.
    /// </summary>
    public Matrix<double>? WordVectors { get; }
}

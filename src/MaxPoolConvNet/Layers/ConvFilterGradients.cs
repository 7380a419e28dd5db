using System.Diagnostics;
using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>The result of <see cref="ConvFilterLayer.Backward"/>. The matrices belong to the caller; nothing else reads them.</summary>
[DebuggerDisplay("U {U.RowCount} × {U.ColumnCount}")]
public sealed class ConvFilterGradients
{
    internal ConvFilterGradients(Matrix<double> u, Matrix<double>? bias, Matrix<double>? wordVectors)
    {
        U = u;
        Bias = bias;
        WordVectors = wordVectors;
    }

    /// <summary>∂L/∂U, Sk × F; a sparse matrix for one-hot words.</summary>
    public Matrix<double> U { get; }

    /// <summary>∂L/∂b, 1 × F; <see langword="null"/> if the layer has no biases.</summary>
    public Matrix<double>? Bias { get; }

    /// <summary>∂L/∂x, n × S: the input of <see cref="Embedding.Backward"/>. <see langword="null"/> for one-hot words.</summary>
    public Matrix<double>? WordVectors { get; }
}

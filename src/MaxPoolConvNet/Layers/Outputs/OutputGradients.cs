using System.Diagnostics;
using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>The result of <see cref="OutputLayer.Backward"/>. The matrices belong to the caller; nothing else reads them.</summary>
[DebuggerDisplay("V {V.RowCount} × {V.ColumnCount}")]
public sealed class OutputGradients
{
    internal OutputGradients(Matrix<double> v, Matrix<double>? bias, Vector<double> pooled)
    {
        V = v;
        Bias = bias;
        Pooled = pooled;
    }

    /// <summary>∂L/∂V = (y − o)·h, in V's shape.</summary>
    public Matrix<double> V { get; }

    /// <summary>y − o, 1 × rows of V; <see langword="null"/> if the layer has no bias.</summary>
    public Matrix<double>? Bias { get; }

    /// <summary>∂L/∂h = Σ_c (y_c − o_c)·V_c, F numbers: the input of <see cref="MaxPool.Backward"/>.</summary>
    public Vector<double> Pooled { get; }
}

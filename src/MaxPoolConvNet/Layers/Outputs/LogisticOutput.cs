using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// The logistic output: o = σ(V·h + c) is the probability of class 1, and the log-likelihood of the label y is
/// L = y·log o + (1 − y)·log(1 − o).
/// </summary>
public sealed class LogisticOutput : OutputLayer
{
    /// <summary>Creates the layer from its weights.</summary>
    /// <param name="weights">V, 1 × F. Copied.</param>
    /// <param name="bias">c, added to the logit; <see langword="null"/> for none, as in the writeup's network.</param>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is null.</exception>
    /// <exception cref="ArgumentException">V doesn't have exactly one row, or a number is NaN or infinite.</exception>
    public LogisticOutput(Matrix<double> weights, double? bias = null)
        : base(Create(LogisticOutputFunction<double>.Instance, weights, bias is { } c ? Vector<double>.Build.Dense(1, c) : null))
    {
        if (weights.RowCount != 1)
            throw new ArgumentException(
                $"V is {weights.RowCount} × {weights.ColumnCount}; a logistic output has one row of weights", nameof(weights));
    }

    internal LogisticOutput(OutputWeights<double> weights)
        : base(weights)
    {
    }
}

using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// The softmax output for two or more classes: o_c = e^z_c / Σ e^z with z = V·h + c. The log-likelihood is L = log o_y.
/// </summary>
public sealed class SoftmaxOutput : OutputLayer
{
    /// <summary>Creates the layer from its weights.</summary>
    /// <param name="weights">V, classes × F. Copied.</param>
    /// <param name="bias">One number per class, added to its logit; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// V has fewer than two rows, there isn't one bias per class, or a number is NaN or infinite.
    /// </exception>
    public SoftmaxOutput(Matrix<double> weights, Vector<double>? bias = null)
        : base(Create(SoftmaxOutputFunction<double>.Instance, weights, bias))
    {
        if (weights.RowCount < 2)
            throw new ArgumentException(
                $"V is {weights.RowCount} × {weights.ColumnCount}; a softmax output has a row for each of two or more classes",
                nameof(weights));
    }

    internal SoftmaxOutput(OutputWeights<double> weights)
        : base(weights)
    {
    }
}

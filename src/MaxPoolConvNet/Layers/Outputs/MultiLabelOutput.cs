using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>The output for texts with any number of labels: an independent logistic output for each label.</summary>
/// <remarks>
/// o_c = σ(z_c) with z = V·h + c is the probability that label c applies. The log-likelihood of the labels y (y_c is 1 if label c
/// applies, else 0) is L = Σ_c y_c·log o_c + (1 − y_c)·log(1 − o_c), computed from the logits. The errors are ∂L/∂z_c = y_c −
/// o_c.
/// </remarks>
public sealed class MultiLabelOutput : OutputLayer
{
    /// <summary>Creates the layer from its weights.</summary>
    /// <param name="weights">V, labels × F; at least one label. Copied.</param>
    /// <param name="bias">One number per label, added to its logit; <see langword="null"/> for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is null.</exception>
    /// <exception cref="ArgumentException">V has no row, there isn't one bias per label, or a number is NaN or infinite.</exception>
    public MultiLabelOutput(Matrix<double> weights, Vector<double>? bias = null)
        : base(Create(MultiLabelOutputFunction<double>.Instance, weights, bias))
    {
        if (weights.RowCount == 0)
            throw new ArgumentException(
                $"V is {weights.RowCount} × {weights.ColumnCount}; a multi-label output has a row for each of one or more labels",
                nameof(weights));
    }

    internal MultiLabelOutput(OutputWeights<double> weights)
        : base(weights)
    {
    }
}

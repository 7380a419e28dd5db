using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// The output for texts with any number of labels: a logistic output for each label c, independent of the others. o_c = σ(z_c) with
/// z = V·h + c is the probability that it applies, and the log-likelihood of the labels y (y_c is 1 where label c applies, else 0) is
/// L = Σ_c y_c·log o_c + (1 − y_c)·log(1 − o_c), computed from the logits. Its errors are ∂L/∂z_c = y_c − o_c.
/// </summary>
public sealed class MultiLabelOutput : OutputLayer
{
    /// <summary>Makes the layer from its weights.</summary>
    /// <param name="weights">V, labels × F; one label or more. Copied.</param>
    /// <param name="bias">A number for each label, added to its logit; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is null.</exception>
    /// <exception cref="ArgumentException">V has no row, there isn't a bias for each label, or a number is NaN or infinite.</exception>
    public MultiLabelOutput(Matrix<double> weights, Vector<double>? bias = null)
        : base(Create(MultiLabelOutputFunction<double>.Instance, weights, bias))
    {
        if (weights.RowCount == 0)
            throw new ArgumentException($"V is {weights.RowCount} × {weights.ColumnCount}; a multi-label output has a row for each of one or more labels", nameof(weights));
    }

    internal MultiLabelOutput(OutputWeights<double> weights)
        : base(weights)
    {
    }
}

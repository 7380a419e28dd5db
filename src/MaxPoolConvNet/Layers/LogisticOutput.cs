using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet;

/// <summary>
/// The logistic output: o = σ(V·h + c) is the probability of class 1, and the log-likelihood of the label y is
/// L = y·log o + (1 − y)·log(1 − o).
/// </summary>
public sealed class LogisticOutput : OutputLayer
{
    /// <summary>Makes the layer from its weights.</summary>
    /// <param name="weights">V, 1 × F. Copied.</param>
    /// <param name="bias">c, added to the logit; null for none, as in the writeup's network.</param>
    /// <exception cref="ArgumentNullException"><paramref name="weights"/> is null.</exception>
    /// <exception cref="ArgumentException">V hasn't one row, or a number is NaN or infinite.</exception>
    public LogisticOutput(Matrix<double> weights, double? bias = null)
        : base(CreateWeights(weights, bias))
    {
    }

    internal LogisticOutput(OutputWeights<double> weights)
        : base(weights)
    {
    }

    internal override double LogLikelihood(ReadOnlySpan<double> logits, Target target) =>
        LogisticFunction.LogLikelihood(logits[0], LabelOf(target));

    internal override ImmutableArray<double> Probabilities(ReadOnlySpan<double> logits) => [LogisticFunction.Probability(logits[0])];

    internal override double[] Errors(ReadOnlySpan<double> logits, Target target) => [LogisticFunction.Error(logits[0], LabelOf(target))];

    private static int LabelOf(Target target) => target.Class <= 1
        ? target.Class
        : throw new ArgumentOutOfRangeException(nameof(target), target.Class, $"the target is {target}; a logistic output knows the classes 0 and 1");

    private static OutputWeights<double> CreateWeights(Matrix<double> weights, double? bias)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.RowCount != 1)
            throw new ArgumentException($"V is {weights.RowCount} × {weights.ColumnCount}; a logistic output has one row of weights", nameof(weights));

        var output = new OutputWeights<double>(1, weights.ColumnCount, bias is not null);
        for (int j = 0; j < weights.ColumnCount; j++)
        {
            Finite.Check(weights[0, j], "V", 0, j);
            output.Row(0)[j] = weights[0, j];
        }

        if (bias is { } c)
        {
            Finite.Check(c, "outputBias", 0, 0);
            output.Bias![0] = c;
        }

        return output;
    }
}

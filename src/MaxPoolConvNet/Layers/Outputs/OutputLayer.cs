using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MathNet.Numerics.LinearAlgebra;

namespace MaxPoolConvNet.Networks;

/// <summary>The last layer of a network: weights V over the pooled features, and a function from logits to probabilities.</summary>
/// <remarks>Reading (Forward, Backward) is thread-safe; setting parameters requires exclusive access to the layer.</remarks>
public abstract class OutputLayer
{
    private protected OutputLayer(OutputWeights<double> weights) => Weights = weights;

    /// <summary>F, the number of pooled features that V expects: its columns.</summary>
    public int FeatureCount => Weights.Features;

    /// <summary>The kind of output: how logits become probabilities.</summary>
    public OutputKind Kind => Weights.Function.Kind;

    /// <summary>
    /// The number of rows of V: 1 for a logistic output, one per class for a softmax, one per label for a multi-label output.
    /// </summary>
    public int LogitCount => Weights.Logits;

    /// <summary>Whether the logits have biases.</summary>
    public bool HasBias => Weights.Bias is not null;

    /// <summary>The layer's parameters: "V" (logits × F) and, with biases, "outputBias" (1 × logits).</summary>
    /// <remarks>They are views: reading and setting them reads and sets the layer's own numbers.</remarks>
    public IReadOnlyList<Parameter> Parameters
    {
        get
        {
            var weights = new Parameter(ParameterNames.Output, LogitCount, FeatureCount, Weights.Row);
            return Weights.Bias is { } bias ? [weights, new Parameter(ParameterNames.OutputBias, 1, LogitCount, _ => bias)] : [weights];
        }
    }

    internal OutputWeights<double> Weights { get; }

    /// <summary>Computes the logits V·h (plus biases) and their probabilities.</summary>
    /// <param name="pooled">h, F numbers.</param>
    /// <returns>Logits and probabilities.</returns>
    /// <exception cref="ArgumentException">There aren't F numbers, or one is NaN or infinite.</exception>
    /// <exception cref="ArithmeticException">The logit overflows.</exception>
    public OutputPass Forward(params ImmutableArray<double> pooled)
    {
        int features = pooled.IsDefault ? 0 : pooled.Length;
        if (features != FeatureCount)
            throw new ArgumentException($"V has {FeatureCount} weights; pooling produced {features} features", nameof(pooled));
        Finite.Check(pooled.AsSpan(), "pooled features", pooled.Length);
        double[] wholeLines = new double[Weights.Stride];
        pooled.CopyTo(wholeLines);
        double[] logits = new double[LogitCount];
        Weights.Forward(wholeLines, logits);
        foreach (double logit in logits)
        {
            if (!double.IsFinite(logit))
                throw new ArithmeticException(FormattableString.Invariant($"the logit is {logit}: V or the pooled features are too large"));
        }

        return new OutputPass(this, pooled, [.. logits], Probabilities(logits));
    }

    /// <summary>
    /// Computes ∂L/∂V = (y − o)·h, ∂L/∂bias = y − o and ∂L/∂h = Σ_c (y_c − o_c)·V_c. Changes nothing.
    /// </summary>
    /// <param name="pass">The result of <see cref="Forward"/>.</param>
    /// <param name="target">The class or, for a multi-label output, the labels that apply.</param>
    /// <returns>The three gradients.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="pass"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The pass belongs to another layer, or the target is a set of labels and this isn't a multi-label output.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The output has no such class.</exception>
    public OutputGradients Backward(OutputPass pass, Target target)
    {
        ArgumentNullException.ThrowIfNull(pass);
        if (pass.Layer != this) throw new ArgumentException("the pass is another layer's", nameof(pass));
        double[] errors = Errors(pass.Logits.AsSpan(), target);
        double[] pooledGradient = new double[Weights.Stride];
        Weights.Backward(errors, pooledGradient);
        (Matrix<double> weights, Matrix<double>? bias) = WeightGradients(errors, pass.Pooled.AsSpan());
        return new OutputGradients(weights, bias, Vector<double>.Build.Dense(pooledGradient[..FeatureCount]));
    }

    /// <summary>L, the log-likelihood of the label, from the logits.</summary>
    internal double LogLikelihood(ReadOnlySpan<double> logits, Target target) => Weights.Function.LogLikelihood(logits, Known(target));

    /// <summary>o, the probabilities.</summary>
    internal ImmutableArray<double> Probabilities(ReadOnlySpan<double> logits)
    {
        double[] probabilities = new double[LogitCount];
        Weights.Function.Probabilities(logits, probabilities);
        return ImmutableCollectionsMarshal.AsImmutableArray(probabilities);
    }

    /// <summary>∂L/∂logits = y − o.</summary>
    internal double[] Errors(ReadOnlySpan<double> logits, Target target)
    {
        double[] errors = new double[LogitCount];
        Weights.Function.Errors(logits, Known(target), errors);
        return errors;
    }

    /// <summary>∂L/∂V = (y − o)·h and ∂L/∂bias = y − o, as matrices.</summary>
    internal (Matrix<double> V, Matrix<double>? Bias) WeightGradients(double[] errors, ReadOnlySpan<double> pooled)
    {
        double[] features = pooled[..FeatureCount].ToArray();
        return (
            Matrix<double>.Build.Dense(LogitCount, FeatureCount, (c, j) => errors[c] * features[j]),
            HasBias ? Matrix<double>.Build.Dense(1, LogitCount, (_, c) => errors[c]) : null);
    }

    private protected static OutputWeights<double> Create(IOutputFunction<double> function, Matrix<double> weights, Vector<double>? bias)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (bias is not null && bias.Count != weights.RowCount)
            throw new ArgumentException($"there are {bias.Count} biases for the {weights.RowCount} rows of V", nameof(bias));

        var output = new OutputWeights<double>(function, weights.RowCount, weights.ColumnCount, bias is not null);
        for (int c = 0; c < weights.RowCount; c++)
        {
            for (int j = 0; j < weights.ColumnCount; j++)
            {
                Finite.Check(weights[c, j], ParameterNames.Output, c, j);
                output.Row(c)[j] = weights[c, j];
            }

            if (bias is null) continue;
            Finite.Check(bias[c], ParameterNames.OutputBias, 0, c);
            output.Bias![c] = bias[c];
        }

        return output;
    }

    private Target Known(Target target) => Weights.Function.Known(target, Weights.Classes);
}

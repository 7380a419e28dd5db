using System.Numerics;

namespace MaxPoolConvNet;

/// <summary>V and its biases, a row of weights for each logit, and how logits become probabilities.</summary>
internal sealed class OutputWeights<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _weights;

    public OutputWeights(OutputKind kind, int logits, int features, bool hasBias)
    {
        Kind = kind;
        Logits = logits;
        Features = features;
        Stride = AlignedArray<T>.WholeLines(features);
        if ((long)logits * Stride > Array.MaxLength)
            throw new ArgumentException(FormattableString.Invariant($"{logits:N0} rows × {features:N0} features of V are more than the {Array.MaxLength:N0} entries an array can have"));
        _weights = new T[logits * Stride];
        Bias = hasBias ? new T[logits] : null;
    }

    public OutputKind Kind { get; }

    /// <summary>Classes told apart: two with one logit.</summary>
    public int Classes => Kind == OutputKind.Logistic ? 2 : Logits;

    /// <summary>Rows of V.</summary>
    public int Logits { get; }

    /// <summary>Columns of V.</summary>
    public int Features { get; }

    /// <summary>Entries from a row to the next; those beyond <see cref="Features"/> stay zero.</summary>
    public int Stride { get; }

    /// <summary>One a logit; null where there are no biases.</summary>
    public T[]? Bias { get; }

    public Span<T> Row(int logit) => _weights.AsSpan(logit * Stride, Stride);

    /// <summary>logits = V·h + bias.</summary>
    public void Forward(ReadOnlySpan<T> pooled, Span<T> logits)
    {
        for (int c = 0; c < Logits; c++)
        {
            Lanes.Run<DotProduct<T>, T>(new DotProduct<T>(Row(c), pooled, ref logits[c]));
            if (Bias is not null) logits[c] += Bias[c];
        }
    }

    /// <summary>Backward of <see cref="Forward"/> towards h: ∂L/∂h = Σ_c (y_c − o_c)·V_c.</summary>
    public void Backward(ReadOnlySpan<T> errors, Span<T> pooledGradients)
    {
        pooledGradients.Clear();
        for (int c = 0; c < Logits; c++)
            Lanes.Run<AddScaled<T>, T>(new AddScaled<T>(errors[c], Row(c), pooledGradients));
    }

    /// <summary>o, one a logit: for a logistic output that of class 1.</summary>
    public void Probabilities(ReadOnlySpan<T> logits, Span<T> probabilities)
    {
        if (Kind == OutputKind.Logistic) probabilities[0] = LogisticFunction.Probability(logits[0]);
        else SoftmaxFunction.Probabilities(logits, probabilities);
    }

    /// <summary>The probability of a class.</summary>
    public double ClassProbability(ReadOnlySpan<T> logits, int label) => Kind == OutputKind.Logistic
        ? LogisticFunction.Probability(double.CreateChecked(label == 1 ? logits[0] : -logits[0]))
        : Math.Exp(double.CreateChecked(SoftmaxFunction.LogLikelihood(logits, label)));

    /// <summary>log o_1 / o_0, of two classes: it orders texts as their probabilities do, without rounding many of them to 1.</summary>
    public double LogOdds(ReadOnlySpan<T> logits) => Kind == OutputKind.Logistic
        ? double.CreateChecked(logits[0])
        : double.CreateChecked(logits[1]) - double.CreateChecked(logits[0]);

    /// <summary>L, the log-likelihood of a class.</summary>
    public T LogLikelihood(ReadOnlySpan<T> logits, int label) => Kind == OutputKind.Logistic
        ? LogisticFunction.LogLikelihood(logits[0], label)
        : SoftmaxFunction.LogLikelihood(logits, label);

    /// <summary>∂L/∂logits = y − o.</summary>
    public void Errors(ReadOnlySpan<T> logits, int label, Span<T> errors)
    {
        if (Kind == OutputKind.Logistic) errors[0] = LogisticFunction.Error(logits[0], label);
        else SoftmaxFunction.Errors(logits, label, errors);
    }

    /// <summary>The most probable class; of equal ones the first.</summary>
    public int MostProbable(ReadOnlySpan<T> logits) => Kind == OutputKind.Logistic
        ? logits[0] > T.Zero ? 1 : 0
        : SoftmaxFunction.IndexOfLargest(logits);

    public OutputWeights<TOther> To<TOther>()
        where TOther : unmanaged, IBinaryFloatingPointIeee754<TOther>
    {
        var other = new OutputWeights<TOther>(Kind, Logits, Features, Bias is not null);
        for (int c = 0; c < Logits; c++)
        {
            for (int j = 0; j < Features; j++)
                other.Row(c)[j] = TOther.CreateChecked(Row(c)[j]);
            if (Bias is not null) other.Bias![c] = TOther.CreateChecked(Bias[c]);
        }

        return other;
    }
}

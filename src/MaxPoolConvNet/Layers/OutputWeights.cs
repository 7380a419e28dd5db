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

    /// <summary>Classes told apart, or labels that may apply: two with the one logit of a logistic output.</summary>
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

    /// <summary>−L of a text whose labels are guessed without looking at it, all of them equally probable.</summary>
    public double LossOfGuessing => Kind == OutputKind.MultiLabel ? Logits * Math.Log(2) : Math.Log(Classes);

    /// <summary>o, one a logit: for a logistic output that of class 1.</summary>
    public void Probabilities(ReadOnlySpan<T> logits, Span<T> probabilities)
    {
        if (Kind == OutputKind.Softmax) SoftmaxFunction.Probabilities(logits, probabilities);
        else MultiLabelFunction.Probabilities(logits, probabilities);
    }

    /// <summary>The probability of a class, or that a label applies.</summary>
    public double ClassProbability(ReadOnlySpan<T> logits, int label) => Kind switch
    {
        OutputKind.Logistic => LogisticFunction.Probability(double.CreateChecked(label == 1 ? logits[0] : -logits[0])),
        OutputKind.Softmax => SoftmaxFunction.Probability(logits, label),
        _ => LogisticFunction.Probability(double.CreateChecked(logits[label])),
    };

    /// <summary>The probability of every class, or that every label applies: the same numbers as <see cref="ClassProbability"/>'s.</summary>
    public void ClassProbabilities(ReadOnlySpan<T> logits, Span<double> probabilities)
    {
        for (int c = 0; c < probabilities.Length; c++)
            probabilities[c] = Kind == OutputKind.Softmax ? double.CreateChecked(logits[c]) : ClassProbability(logits, c);
        if (Kind == OutputKind.Softmax) SoftmaxFunction.Probabilities<double>(probabilities, probabilities);
    }

    /// <summary>Whether a label of a multi-label output is taken to apply: at a probability of 0.5 or more.</summary>
    public bool Applies(ReadOnlySpan<T> logits, int label) => ClassProbability(logits, label) >= 0.5;

    /// <summary>Whether the target is what the text is recognized as: the most probable class, or the exact set of labels that apply.</summary>
    public bool IsHit(ReadOnlySpan<T> logits, Target target)
    {
        if (Kind != OutputKind.MultiLabel) return MostProbable(logits) == target.Class;
        for (int c = 0; c < Logits; c++)
        {
            if (Applies(logits, c) != target.Contains(c)) return false;
        }

        return true;
    }

    /// <summary>log o_1 / o_0, of two classes: it orders texts as their probabilities do, without rounding many of them to 1.</summary>
    public double LogOdds(ReadOnlySpan<T> logits) => Kind == OutputKind.Logistic
        ? double.CreateChecked(logits[0])
        : double.CreateChecked(logits[1]) - double.CreateChecked(logits[0]);

    /// <summary>Orders the classes of a text as their probabilities do, without rounding many of them to 1; the largest is <see cref="MostProbable"/>'s.</summary>
    public double Score(ReadOnlySpan<T> logits, int label) =>
        Kind == OutputKind.Logistic && label == 0 ? -double.CreateChecked(logits[0]) : double.CreateChecked(logits[Kind == OutputKind.Logistic ? 0 : label]);

    /// <summary>L, the log-likelihood of a class, or of a set of labels.</summary>
    public T LogLikelihood(ReadOnlySpan<T> logits, Target target) => Kind switch
    {
        OutputKind.Logistic => LogisticFunction.LogLikelihood(logits[0], target.Class),
        OutputKind.Softmax => SoftmaxFunction.LogLikelihood(logits, target.Class),
        _ => MultiLabelFunction.LogLikelihood(logits, target),
    };

    /// <summary>∂L/∂logits = y − o.</summary>
    public void Errors(ReadOnlySpan<T> logits, Target target, Span<T> errors)
    {
        if (Kind == OutputKind.Logistic) errors[0] = LogisticFunction.Error(logits[0], target.Class);
        else if (Kind == OutputKind.Softmax) SoftmaxFunction.Errors(logits, target.Class, errors);
        else MultiLabelFunction.Errors(logits, target, errors);
    }

    /// <summary>The most probable class or label; of equal ones the first.</summary>
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

using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// A logistic function for each label c; a text has any number of labels. o_c = σ(z_c) is the probability that c applies.
/// </summary>
internal sealed class MultiLabelOutputFunction<T> : IOutputFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static MultiLabelOutputFunction<T> Instance { get; } = new();

    public OutputKind Kind => OutputKind.MultiLabel;

    public bool HasSeveralLabels => true;

    public NumberRange<int> ClassRange { get; } = new(1, int.MaxValue);

    public IOutputFunction<T> ForMoreClasses => this;

    public int LogitsOf(int classes) => classes;

    public int ClassesOf(int logits) => logits;

    public (int Row, int Sign) LogitOf(int classIndex) => (classIndex, 1);

    public void Probabilities(ReadOnlySpan<T> logits, Span<T> probabilities)
    {
        for (int c = 0; c < logits.Length; c++)
            probabilities[c] = LogisticFunction.Probability(logits[c]);
    }

    public double ClassProbability(ReadOnlySpan<T> logits, int classIndex) =>
        LogisticFunction.Probability(double.CreateChecked(logits[classIndex]));

    public void ClassProbabilities(ReadOnlySpan<T> logits, Span<double> probabilities)
    {
        for (int c = 0; c < probabilities.Length; c++)
            probabilities[c] = ClassProbability(logits, c);
    }

    public int MostProbable(ReadOnlySpan<T> logits) => SoftmaxFunction.IndexOfLargest(logits);

    public bool IsHit(ReadOnlySpan<T> logits, Target target)
    {
        for (int c = 0; c < logits.Length; c++)
        {
            if (ClassProbability(logits, c) >= OutputFunctions.UsualThreshold != target.Contains(c)) return false;
        }

        return true;
    }

    /// <summary>Σ_c y_c·log o_c + (1 − y_c)·log(1 − o_c).</summary>
    public T LogLikelihood(ReadOnlySpan<T> logits, Target target)
    {
        T sum = T.Zero;
        for (int c = 0; c < logits.Length; c++)
            sum += LogisticFunction.LogLikelihood(logits[c], target.Contains(c) ? 1 : 0);
        return sum;
    }

    /// <summary>∂L/∂z_c = y_c − o_c.</summary>
    public void Errors(ReadOnlySpan<T> logits, Target target, Span<T> errors)
    {
        for (int c = 0; c < logits.Length; c++)
            errors[c] = LogisticFunction.Error(logits[c], target.Contains(c) ? 1 : 0);
    }

    public double LossOfGuessing(int classes) => classes * Math.Log(2);

    public (int Row, double Factor) RowForMoreClasses(int classIndex) => (classIndex, 1);

    public OutputLayer CreateLayer(OutputWeights<double> weights) => new MultiLabelOutput(weights);
}

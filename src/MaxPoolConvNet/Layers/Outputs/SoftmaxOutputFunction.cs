using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>One logit z_c per class, for two or more mutually exclusive classes: o_c = e^z_c / Σ e^z.</summary>
internal sealed class SoftmaxOutputFunction<T> : IOutputFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static SoftmaxOutputFunction<T> Instance { get; } = new();

    public OutputKind Kind => OutputKind.Softmax;

    public bool HasSeveralLabels => false;

    public NumberRange<int> ClassRange { get; } = new(2, int.MaxValue);

    public IOutputFunction<T> ForMoreClasses => this;

    public int LogitsOf(int classes) => classes;

    public int ClassesOf(int logits) => logits;

    public (int Row, int Sign) LogitOf(int classIndex) => (classIndex, 1);

    public void Probabilities(ReadOnlySpan<T> logits, Span<T> probabilities) => SoftmaxFunction.Probabilities(logits, probabilities);

    public double ClassProbability(ReadOnlySpan<T> logits, int classIndex) => SoftmaxFunction.Probability(logits, classIndex);

    public void ClassProbabilities(ReadOnlySpan<T> logits, Span<double> probabilities)
    {
        for (int c = 0; c < probabilities.Length; c++)
            probabilities[c] = double.CreateChecked(logits[c]);
        SoftmaxFunction.Probabilities<double>(probabilities, probabilities);
    }

    public int MostProbable(ReadOnlySpan<T> logits) => SoftmaxFunction.IndexOfLargest(logits);

    public bool IsHit(ReadOnlySpan<T> logits, Target target) => MostProbable(logits) == target.Class;

    public T LogLikelihood(ReadOnlySpan<T> logits, Target target) => SoftmaxFunction.LogLikelihood(logits, target.Class);

    public void Errors(ReadOnlySpan<T> logits, Target target, Span<T> errors) => SoftmaxFunction.Errors(logits, target.Class, errors);

    public double LossOfGuessing(int classes) => Math.Log(classes);

    public (int Row, double Factor) RowForMoreClasses(int classIndex) => (classIndex, 1);

    public OutputLayer CreateLayer(OutputWeights<double> weights) => new SoftmaxOutput(weights);
}

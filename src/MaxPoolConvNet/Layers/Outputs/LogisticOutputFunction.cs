using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>One logit z for two classes: class 1 has the probability σ(z), class 0 has σ(−z).</summary>
internal sealed class LogisticOutputFunction<T> : IOutputFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public static LogisticOutputFunction<T> Instance { get; } = new();

    public OutputKind Kind => OutputKind.Logistic;

    public bool HasSeveralLabels => false;

    public NumberRange<int> ClassRange { get; } = new(2, 2);

    /// <summary>
    /// Two classes are initialized as the rows −v/2 and v/2 of a softmax, which keeps their probabilities relative to each other.
    /// </summary>
    public IOutputFunction<T> ForMoreClasses => SoftmaxOutputFunction<T>.Instance;

    public int LogitsOf(int classes) => 1;

    public int ClassesOf(int logits) => 2;

    public (int Row, int Sign) LogitOf(int classIndex) => (0, classIndex == 0 ? -1 : 1);

    public void Probabilities(ReadOnlySpan<T> logits, Span<T> probabilities) => probabilities[0] = LogisticFunction.Probability(logits[0]);

    public double ClassProbability(ReadOnlySpan<T> logits, int classIndex) => LogisticFunction.Probability(this.Score(logits, classIndex));

    public void ClassProbabilities(ReadOnlySpan<T> logits, Span<double> probabilities)
    {
        probabilities[0] = ClassProbability(logits, 0);
        probabilities[1] = ClassProbability(logits, 1);
    }

    public int MostProbable(ReadOnlySpan<T> logits) => logits[0] > T.Zero ? 1 : 0;

    public bool IsHit(ReadOnlySpan<T> logits, Target target) => MostProbable(logits) == target.Class;

    public T LogLikelihood(ReadOnlySpan<T> logits, Target target) => LogisticFunction.LogLikelihood(logits[0], target.Class);

    public void Errors(ReadOnlySpan<T> logits, Target target, Span<T> errors) =>
        errors[0] = LogisticFunction.Error(logits[0], target.Class);

    public double LossOfGuessing(int classes) => Math.Log(2);

    public (int Row, double Factor) RowForMoreClasses(int classIndex) => (0, classIndex == 0 ? -0.5 : 0.5);

    public OutputLayer CreateLayer(OutputWeights<double> weights) => new LogisticOutput(weights);
}

namespace MaxPoolConvNet.Training;

/// <summary>
/// How a gradient becomes a step uphill: <see cref="AdaGrad"/>, <see cref="AdaDelta"/>, <see cref="Adam"/> or <see cref="Sgd"/>. Entries of the filters that a step's texts don't touch
/// cost nothing in it, and stay as they are.
/// </summary>
public abstract record Optimizer
{
    private protected Optimizer()
    {
    }

    /// <summary>The learning rate η; from 1e-12 to 100.</summary>
    public double LearningRate { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">The learning rate is out of its range.</exception>
    internal virtual void Check() => OptionRange.Check(LearningRate, 1e-12, 100, nameof(LearningRate));
}

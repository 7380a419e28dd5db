using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Training;

/// <summary>
/// How a gradient becomes a step uphill: <see cref="AdaGrad"/>, <see cref="AdaDelta"/>, <see cref="Adam"/> or <see cref="Sgd"/>. Entries
/// of filters over one-hot words that win nothing in a step's texts, and vectors of words that don't occur in them, cost nothing in it and
/// stay as they are; filters over an embedding are stepped whole.
/// </summary>
public abstract record Optimizer
{
    private protected Optimizer()
    {
    }

    /// <summary>The learning rate η; from 1e-12 to 100.</summary>
    [Range(1e-12, 100.0)]
    public double LearningRate { get; set; }

    /// <summary>The optimizer with all its options, on one line: a checkpoint is resumed by one that describes itself the same.</summary>
    internal abstract string Describe();

    /// <summary>Makes the rule of these options, and gives it to a user.</summary>
    internal abstract TResult MakeRule<TResult>(IRuleUser<TResult> user);

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal abstract void Check();
}

using System.ComponentModel.DataAnnotations;

namespace MaxPoolConvNet.Training;

/// <summary>
/// Turns gradients into steps uphill: <see cref="AdaGrad"/>, <see cref="AdaDelta"/>, <see cref="Adam"/> or <see cref="Sgd"/>.
/// </summary>
/// <remarks>
/// Entries of filters over one-hot words that win nothing in the texts of a step, and vectors of words that don't occur in them, don't
/// change and cost no time. Filters over an embedding are updated as a whole.
/// </remarks>
public abstract record Optimizer
{
    private protected Optimizer()
    {
    }

    /// <summary>The learning rate η. The default depends on the optimizer. From 1e-12 to 100.</summary>
    [Range(1e-12, 100.0)]
    public double LearningRate { get; set; }

    /// <summary>Returns one line with the optimizer and all its options. A checkpoint resumes only with an equal line.</summary>
    internal abstract string Describe();

    /// <summary>Creates the rule of these options and passes it to a user.</summary>
    internal abstract TResult MakeRule<TResult>(IRuleUser<TResult> user);

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    internal abstract void Check();
}

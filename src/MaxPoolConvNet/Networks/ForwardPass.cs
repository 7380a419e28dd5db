using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// What a model made of one text on its way forward. A model of your own derives its pass from this class and keeps in it what its
/// <c>Backward</c> needs. Immutable: a pass can be read by many threads.
/// </summary>
public abstract class ForwardPass
{
    /// <summary>The logits: V·h (and the output's bias), one for each row of V: one for a logistic output, one a class or a label for the others.</summary>
    public abstract ImmutableArray<double> Logits { get; }

    /// <summary>
    /// o, from 0 to 1: for a logistic output the probability of class 1, for a multi-label output that each label applies. The base class takes
    /// a single logit for that of a logistic output and several for those of a softmax.
    /// </summary>
    public virtual ImmutableArray<double> Probabilities
    {
        get
        {
            var probabilities = new double[Logits.Length];
            Function.Probabilities(Logits.AsSpan(), probabilities);
            return ImmutableCollectionsMarshal.AsImmutableArray(probabilities);
        }
    }

    /// <summary>h, the features after the max-pool and the activation; empty for a model that doesn't pool.</summary>
    public virtual ImmutableArray<double> Pooled => [];

    /// <summary>
    /// m_j, for each feature the first word of the window that won it (negative under wide padding, where a window may begin before the
    /// text); empty for a model that doesn't pool.
    /// </summary>
    public virtual ImmutableArray<int> Winners => [];

    /// <summary>The first logit: that of a logistic output.</summary>
    public double Logit => Logits[0];

    /// <summary>The first probability: for a logistic output that of class 1.</summary>
    public double Probability => Probabilities[0];

    private IOutputFunction<double> Function => OutputFunctions.Of<double>(Logits.Length == 1 ? OutputKind.Logistic : OutputKind.Softmax);

    /// <summary>
    /// L, the log-likelihood of a label, at most 0. Computed from the logit (softplus), not from the rounded probability: exact also where
    /// that is 0 or 1. The base class takes a single logit for that of a logistic output and several for those of a softmax.
    /// </summary>
    /// <param name="target">The class, or for a multi-label output the labels that apply.</param>
    /// <returns>A number in nats.</returns>
    /// <exception cref="ArgumentException">The target is a set of labels, and the output expects one class.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The model has no such class.</exception>
    public virtual double LogLikelihood(Target target) =>
        Function.LogLikelihood(Logits.AsSpan(), Function.Known(target, Function.ClassesOf(Logits.Length)));

    /// <summary>
    /// Whether the model is one smooth function between this pass and another of the same text: no max-pool is won by another window, no
    /// ReLU has been switched. The numerical gradient of a step across such a kink means nothing.
    /// </summary>
    /// <param name="other">A pass of the same model over the same text, with other parameters.</param>
    /// <returns>True where no kink lies between them. The base class compares <see cref="Winners"/>.</returns>
    public virtual bool IsOnSamePieceAs(ForwardPass other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Winners.AsSpan().SequenceEqual(other.Winners.AsSpan());
    }
}

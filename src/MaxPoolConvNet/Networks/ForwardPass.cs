using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Networks;

/// <summary>The result of a model's forward pass over one text. Immutable and thread-safe.</summary>
/// <remarks>A custom model derives its pass from this class and stores in it what its <c>Backward</c> needs.</remarks>
public abstract class ForwardPass
{
    /// <summary>
    /// The logits V·h (plus the output's biases), one per row of V: one for a logistic output, else one per class or label.
    /// </summary>
    public abstract ImmutableArray<double> Logits { get; }

    /// <summary>The probabilities o, from 0 to 1: of class 1 (logistic), of each class (softmax) or of each label (multi-label).</summary>
    /// <remarks>The base class treats a single logit as that of a logistic output, and several as those of a softmax.</remarks>
    public virtual ImmutableArray<double> Probabilities
    {
        get
        {
            var probabilities = new double[Logits.Length];
            Function.Probabilities(Logits.AsSpan(), probabilities);
            return ImmutableCollectionsMarshal.AsImmutableArray(probabilities);
        }
    }

    /// <summary>h, the features after the max-pool and the activation; empty for a model without pooling.</summary>
    public virtual ImmutableArray<double> Pooled => [];

    /// <summary>m_j: the first word of each feature's winning window; empty for a model without pooling.</summary>
    /// <remarks>Under wide padding it can be negative, since a window may begin before the text.</remarks>
    public virtual ImmutableArray<int> Winners => [];

    /// <summary>The first logit: the only one of a logistic output.</summary>
    public double Logit => Logits[0];

    /// <summary>The first probability: for a logistic output, the probability of class 1.</summary>
    public double Probability => Probabilities[0];

    private IOutputFunction<double> Function => OutputFunctions.Of<double>(Logits.Length == 1 ? OutputKind.Logistic : OutputKind.Softmax);

    /// <summary>Computes L, the log-likelihood of a target; at most 0.</summary>
    /// <remarks>
    /// Computed from the logit (softplus), not from the rounded probability, so it is exact even if that is 0 or 1. The base class treats a
    /// single logit as that of a logistic output, and several as those of a softmax.
    /// </remarks>
    /// <param name="target">The class or, for a multi-label output, the labels that apply.</param>
    /// <returns>The log-likelihood, in nats.</returns>
    /// <exception cref="ArgumentException">The target is a set of labels, but the output expects one class.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The model has no such class.</exception>
    public virtual double LogLikelihood(Target target) =>
        Function.LogLikelihood(Logits.AsSpan(), Function.Known(target, Function.ClassesOf(Logits.Length)));

    /// <summary>Returns whether no kink of the model lies between this pass and another pass over the same text.</summary>
    /// <remarks>
    /// Between the two passes, no max-pool changes its winning window and no ReLU switches on or off. Across a kink, a numerical gradient
    /// is meaningless.
    /// </remarks>
    /// <param name="other">A pass of the same model over the same text, with other parameters.</param>
    /// <returns>True if no kink lies between them. The base class compares <see cref="Winners"/>.</returns>
    public virtual bool IsOnSamePieceAs(ForwardPass other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Winners.AsSpan().SequenceEqual(other.Winners.AsSpan());
    }
}

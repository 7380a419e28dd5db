using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// How the logits of an output become probabilities, a log-likelihood and errors: all in which the kinds of outputs differ. A new kind is a class of
/// this interface, a line in <see cref="OutputFunctions"/>, and its public layer. Computed from the logits, so that no digit is lost. Immutable.
/// </summary>
internal interface IOutputFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    OutputKind Kind { get; }

    /// <summary>Whether a text may have several labels or none: targets are sets then, and each label's probability is its own.</summary>
    bool HasSeveralLabels { get; }

    /// <summary>How many classes there can be.</summary>
    NumberRange<int> ClassRange { get; }

    /// <summary>The logits, which are the rows of V, for this many classes.</summary>
    int LogitsOf(int classes);

    /// <summary>The classes, or labels, that this many logits are for.</summary>
    int ClassesOf(int logits);

    /// <summary>The logit z_c of a class, by which probabilities are ordered: that of a row of V, times 1 or −1.</summary>
    (int Row, int Sign) LogitOf(int classIndex);

    /// <summary>o, one per logit: for a logistic output that of class 1.</summary>
    void Probabilities(ReadOnlySpan<T> logits, Span<T> probabilities);

    /// <summary>The probability of a class, or that a label applies.</summary>
    double ClassProbability(ReadOnlySpan<T> logits, int classIndex);

    /// <summary>The probability of every class, or that every label applies: the same numbers as <see cref="ClassProbability"/>'s.</summary>
    void ClassProbabilities(ReadOnlySpan<T> logits, Span<double> probabilities);

    /// <summary>The most probable class or label; of equal ones the first.</summary>
    int MostProbable(ReadOnlySpan<T> logits);

    /// <summary>Whether the text is classified correctly: the target is the most probable class, or the exact set of labels that apply.</summary>
    bool IsHit(ReadOnlySpan<T> logits, Target target);

    /// <summary>L, the log-likelihood of a class, or of a set of labels.</summary>
    T LogLikelihood(ReadOnlySpan<T> logits, Target target);

    /// <summary>∂L/∂logits = y − o.</summary>
    void Errors(ReadOnlySpan<T> logits, Target target, Span<T> errors);

    /// <summary>−L of a text whose labels are guessed without looking at it, all of them equally probable.</summary>
    double LossOfGuessing(int classes);

    /// <summary>The function of an output that has these classes and more.</summary>
    IOutputFunction<T> ForMoreClasses { get; }

    /// <summary>The row of V, and its factor, that a class's row in the output of <see cref="ForMoreClasses"/> begins as.</summary>
    (int Row, double Factor) RowForMoreClasses(int classIndex);

    /// <summary>The public layer of this kind.</summary>
    OutputLayer CreateLayer(OutputWeights<double> weights);
}

using System.Numerics;

namespace MaxPoolConvNet.Networks;

/// <summary>Computes probabilities, log-likelihoods and errors from the logits of one kind of output. Immutable.</summary>
/// <remarks>
/// All differences between the kinds of outputs are here. A new kind needs an implementation, a line in <see cref="OutputFunctions"/> and
/// a public layer. Everything is computed from the logits, so no digit is lost.
/// </remarks>
internal interface IOutputFunction<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    OutputKind Kind { get; }

    /// <summary>
    /// Whether a text may have any number of labels: its target is then a set, and each label's probability is independent.
    /// </summary>
    bool HasSeveralLabels { get; }

    /// <summary>The possible numbers of classes.</summary>
    NumberRange<int> ClassRange { get; }

    /// <summary>The number of logits, which are the rows of V, for this number of classes.</summary>
    int LogitsOf(int classes);

    /// <summary>The number of classes or labels for this number of logits.</summary>
    int ClassesOf(int logits);

    /// <summary>The logit z_c of a class, which orders probabilities: that of a row of V, times 1 or −1.</summary>
    (int Row, int Sign) LogitOf(int classIndex);

    /// <summary>o, one per logit: for a logistic output, the probability of class 1.</summary>
    void Probabilities(ReadOnlySpan<T> logits, Span<T> probabilities);

    /// <summary>The probability of a class, or that a label applies.</summary>
    double ClassProbability(ReadOnlySpan<T> logits, int classIndex);

    /// <summary>The probability of every class or label: the same numbers as <see cref="ClassProbability"/>.</summary>
    void ClassProbabilities(ReadOnlySpan<T> logits, Span<double> probabilities);

    /// <summary>The most probable class or label; of equal ones the first.</summary>
    int MostProbable(ReadOnlySpan<T> logits);

    /// <summary>
    /// Whether the text is classified correctly: the target is the most probable class, or exactly the labels that apply.
    /// </summary>
    bool IsHit(ReadOnlySpan<T> logits, Target target);

    /// <summary>L, the log-likelihood of a class, or of a set of labels.</summary>
    T LogLikelihood(ReadOnlySpan<T> logits, Target target);

    /// <summary>∂L/∂logits = y − o.</summary>
    void Errors(ReadOnlySpan<T> logits, Target target, Span<T> errors);

    /// <summary>−L of a text if all classes or labels are guessed as equally probable.</summary>
    double LossOfGuessing(int classes);

    /// <summary>The function of an output with these classes and additional ones.</summary>
    IOutputFunction<T> ForMoreClasses { get; }

    /// <summary>The row of V, and its factor, that initialize a class's row in the output of <see cref="ForMoreClasses"/>.</summary>
    (int Row, double Factor) RowForMoreClasses(int classIndex);

    /// <summary>The public layer of this kind.</summary>
    OutputLayer CreateLayer(OutputWeights<double> weights);
}

using System.Collections.Frozen;
using System.Diagnostics;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet;

/// <summary>
/// The least probability at which predictions are accepted, so that at most a given fraction of the accepted ones is wrong, with 95 %
/// confidence. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="TextClassifier.AcceptAt"/> gives the threshold of a rate. Over many trainings, the accepted predictions for texts like the
/// training texts are wrong more often than at that rate in at most 1 training of 20. Three things belong to that promise:
/// </para>
/// <list type="bullet">
/// <item><description>It is one for a single rate, chosen beforehand. Whoever picks the rate whose threshold looks best has no
/// promise.</description></item>
/// <item><description>The threshold comes from predictions for training texts by networks that weren't trained on them. These stand in for
/// the classifier itself, which was trained on all texts and is usually a little better.</description></item>
/// <item><description>It holds for texts like the training texts: of the same kind and source, with labels assigned in the same way, and
/// with labels in the same proportions.</description></item>
/// </list>
/// <para>
/// If a text can have several labels, each label has a threshold and a promise of its own: of the texts that get the label, at most the
/// fraction <see cref="MaximumErrorRate"/> shouldn't have it.
/// </para>
/// </remarks>
[DebuggerDisplay("at most {MaximumErrorRate} wrong, expected coverage {ExpectedCoverage}")]
public sealed class ErrorThreshold
{
    private readonly double _minimum;

    internal ErrorThreshold(ErrorPromise promise, TrainedModel model, int decisionCount)
    {
        MaximumErrorRate = promise.Rate;
        ExpectedCoverage = promise.Coverage;
        DecisionCount = decisionCount;
        _minimum = promise.Minimums[0];
        if (!model.Labels.SeveralPerText) return;
        LabelThresholds = Enumerable.Range(0, promise.Minimums.Length)
            .Where(label => double.IsFinite(promise.Minimums[label]))
            .ToFrozenDictionary(label => model.Labels.Labels[label], label => promise.Minimums[label], StringComparer.Ordinal);
    }

    /// <summary>The largest fraction of the accepted predictions that is wrong, from 0 to 1, with 95 % confidence.</summary>
    public double MaximumErrorRate { get; }

    /// <summary>
    /// The probability from which a prediction is accepted, from 0 to 1; <see langword="null"/> if a text can have several labels, which
    /// have <see cref="LabelThresholds"/>.
    /// </summary>
    public double? MinimumProbability => LabelThresholds is null ? _minimum : null;

    /// <summary>
    /// The probability from which each label is accepted, from 0.5 to 1; <see langword="null"/> if each text has one label. Labels without
    /// a threshold are never accepted, because nothing can be promised for them.
    /// </summary>
    /// <remarks>
    /// Pass it to <see cref="LabelScores.Above(IReadOnlyDictionary{string, double}, double)"/>, with 1 as the threshold of the other
    /// labels.
    /// </remarks>
    public IReadOnlyDictionary<string, double>? LabelThresholds { get; }

    /// <summary>The fraction of the predictions that is accepted, from 0 to 1, for texts like the training texts.</summary>
    /// <remarks>
    /// With several labels per text, it is the fraction of the predicted labels (those with a probability of 0.5 or more).
    /// </remarks>
    public double ExpectedCoverage { get; }

    /// <summary>
    /// The number of decisions that the promise rests on: one per training text or, with several labels per text, one per label that was
    /// predicted for a training text.
    /// </summary>
    public int DecisionCount { get; }

    /// <summary>Returns whether a prediction is accepted. Allocates nothing.</summary>
    /// <remarks>
    /// For a classifier of several labels per text, it answers for the most probable label; see <see cref="Accepts(LabelProbability)"/> for
    /// the others. The words of the text make no difference: see <see cref="Prediction.HasKnownWords"/> to refuse texts without any known
    /// word.
    /// </remarks>
    /// <param name="prediction">A prediction of the classifier that the threshold belongs to.</param>
    public bool Accepts(Prediction prediction) => Accepts(prediction.Label, prediction.Probability);

    /// <summary>Returns whether a label is accepted. Allocates nothing.</summary>
    /// <remarks>
    /// If each text has one label, only the most probable one (<see cref="LabelScores.Best"/>) has a promise.
    /// </remarks>
    /// <param name="label">A label and its probability from the classifier that the threshold belongs to.</param>
    public bool Accepts(LabelProbability label) => Accepts(label.Label, label.Probability);

    /// <summary>Formats the rate and the expected coverage.</summary>
    /// <returns>One line, in the invariant culture.</returns>
    public override string ToString()
    {
        string from = LabelThresholds is null
            ? FormattableString.Invariant($"probability from {_minimum:F4}")
            : FormattableString.Invariant($"{LabelThresholds.Count} labels");
        return FormattableString.Invariant(
            $"at most {100 * MaximumErrorRate:0.#} % wrong: {from}, expected coverage {ExpectedCoverage:F4} of {DecisionCount} decisions");
    }

    private bool Accepts(string? label, double probability) => LabelThresholds is null
        ? probability >= _minimum
        : label is not null && LabelThresholds.TryGetValue(label, out double minimum) && probability >= minimum;
}

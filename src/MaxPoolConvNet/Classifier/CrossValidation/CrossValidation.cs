using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;
using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet.Evaluation;

/// <summary>k-fold cross-validation. The texts are divided into k parts, stratified by label.</summary>
/// <remarks>Each part is classified by a classifier that was trained on the other parts only, including its vocabulary.</remarks>
public static class CrossValidation
{
    /// <summary>Trains and evaluates one classifier per fold.</summary>
    /// <param name="texts">
    /// Texts with at least two labels in all, and at least as many texts as folds. A label may have fewer texts than there are folds; it
    /// is then one of the <see cref="CrossValidationReport.RareLabels"/>. If the training texts of a fold lack a label, its classifier
    /// never predicts that label.
    /// </param>
    /// <param name="folds">k. At least 2.</param>
    /// <param name="options">
    /// How to train; <see langword="null"/> for the defaults. The seed also determines how the texts are divided. The networks of a fold
    /// share the threads; folds run concurrently if there are more threads than networks. The number of threads doesn't change the result.
    /// </param>
    /// <param name="progress">Receives the progress of each fold, from several threads; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Cancels the operation without a result.</param>
    /// <param name="logger">Receives the log messages of the <see cref="Trainer"/> of each fold, in a scope with the number of the fold;
    /// <see langword="null"/> for none.</param>
    /// <returns>The reports of all folds, in order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are too few folds or fewer texts than folds, a text is null, or an option is out of
    /// range.</exception>
    /// <exception cref="TrainingDivergedException">Training diverged in a run: the learning rate is too large.</exception>
    /// <exception cref="InvalidDataException">A checkpoint, if set, is damaged or belongs to another training.</exception>
    /// <exception cref="IOException">A checkpoint can't be written.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    [SuppressMessage(
        "Design", "CA1068:CancellationToken parameters must come last", Justification = "Callers pass the token by its place.")]
    public static CrossValidationReport Run(
        IEnumerable<LabeledText> texts,
        int folds,
        TrainingOptions? options = null,
        IProgress<FoldProgress>? progress = null,
        CancellationToken cancellationToken = default,
        ILogger<Trainer>? logger = null)
    {
        options ??= new TrainingOptions();
        options.Check();
        IReadOnlyList<LabeledText> list = LabeledTextList.Of(texts, nameof(texts));
        IReadOnlyList<TextSplit> splits = StratifiedSplit.FoldsOfAny(list, folds, options.Seed);
        LabelSet labels = TrainingLabels.Of(list, options.LabelsPerText);
        ImmutableArray<string> rare = RareLabels(list, folds);
        if (logger is not null && !rare.IsEmpty) TrainingLog.RareLabels(logger, folds, LabelList.Quoted(rare));
        FoldReport[] reports = Run(
            [.. splits.Select(split => (split, options.Seed))], labels, options, progress, logger, cancellationToken);
        return new CrossValidationReport([.. reports]) { RareLabels = rare };
    }

    /// <summary>Trains with several seeds on the same texts and evaluates on the same held-out texts, to show how much the results depend
    /// on chance.</summary>
    /// <param name="split">The training texts, with at least two labels in all, and the held-out texts.</param>
    /// <param name="seeds">The number of seeds. At least 2. The first is the seed of the options; the others follow it.</param>
    /// <param name="options">How to train; <see langword="null"/> for the defaults. The networks of a seed share the threads, and seeds run
    /// concurrently if there are more threads than networks. The number of threads doesn't change the result.</param>
    /// <param name="progress">Receives the progress of each seed, reported as a fold, from several threads; <see langword="null"/> for
    /// none.</param>
    /// <param name="cancellationToken">Cancels the operation without a result.</param>
    /// <param name="logger">Receives the log messages of the <see cref="Trainer"/> of each seed, in a scope with the number of the seed;
    /// <see langword="null"/> for none.</param>
    /// <returns>A report in which each fold stands for one seed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="split"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are too few seeds or no texts in a part, a text is null, or an option is out of
    /// range.</exception>
    /// <exception cref="TrainingDivergedException">Training diverged in a run: the learning rate is too large.</exception>
    /// <exception cref="InvalidDataException">A checkpoint, if set, is damaged or belongs to another training.</exception>
    /// <exception cref="IOException">A checkpoint can't be written.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    [SuppressMessage(
        "Design", "CA1068:CancellationToken parameters must come last", Justification = "Callers pass the token by its place.")]
    public static CrossValidationReport OverSeeds(
        TextSplit split,
        int seeds,
        TrainingOptions? options = null,
        IProgress<FoldProgress>? progress = null,
        CancellationToken cancellationToken = default,
        ILogger<Trainer>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(split);
        ArgumentOutOfRangeException.ThrowIfLessThan(seeds, 2);
        options ??= new TrainingOptions();
        options.Check();
        if (split.HeldOut.Count == 0) throw new ArgumentException("there are no texts to test on", nameof(split));
        LabelSet labels = TrainingLabels.Of(LabeledTextList.Of(split.Training, nameof(split)), options.LabelsPerText);
        IReadOnlyList<LabeledText> heldOut = LabeledTextList.Of(split.HeldOut, nameof(split));
        var evaluated = new EvaluatedLabels(labels, heldOut);
        for (int t = 0; t < heldOut.Count; t++)
            evaluated.Of(heldOut[t], t);
        FoldReport[] reports = Run(
            [.. Enumerable.Range(0, seeds).Select(n => (split, unchecked(options.Seed + (ulong)n)))],
            labels,
            options,
            progress,
            logger,
            cancellationToken);
        return new CrossValidationReport([.. reports]);
    }

    private static ImmutableArray<string> RareLabels(IReadOnlyList<LabeledText> texts, int folds) =>
    [
        .. texts.SelectMany(text => text.Labels).CountBy(label => label, StringComparer.Ordinal)
            .Where(label => label.Value < folds).Select(label => label.Key).Order(StringComparer.Ordinal),
    ];

    /// <summary>Trains on each part, and tests on its held-out texts.</summary>
    internal static FoldReport[] Run(
        (TextSplit Split, ulong Seed)[] parts,
        LabelSet labels,
        TrainingOptions options,
        IProgress<FoldProgress>? progress,
        ILogger<Trainer>? logger,
        CancellationToken cancellationToken) =>
        new FoldRuns(parts, labels, options, progress, logger, cancellationToken).ToReports();
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;
using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet.Evaluation;

/// <summary>
/// k-fold cross-validation: the texts are divided into k parts, label by label; each part in turn is recognized by a classifier trained on
/// the others, vocabulary included.
/// </summary>
public static class CrossValidation
{
    /// <summary>Trains and evaluates fold by fold.</summary>
    /// <param name="texts">
    /// Texts with two labels or more in all, and at least as many texts as folds. A label may have fewer texts than there are folds: it is
    /// then among the <see cref="CrossValidationReport.RareLabels"/>. Where a fold's part to learn from lacks it, its classifier never
    /// finds it.
    /// </param>
    /// <param name="folds">k; at least 2.</param>
    /// <param name="options">
    /// How to train; null for the defaults. Its seed divides the texts too, and as many folds run at a time as it has threads, each on one:
    /// the number doesn't change the result.
    /// </param>
    /// <param name="progress">Is told how far each fold is, from several threads; null for none.</param>
    /// <param name="cancellationToken">Ends it without a result.</param>
    /// <param name="logger">Receives what the <see cref="Trainer"/> of each fold logs, in a scope with its number; null for none.</param>
    /// <returns>The reports of all folds, in their order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentException">There are too few folds or fewer texts than folds, a text is null, or an option is out of its
    /// range.</exception>
    /// <exception cref="TrainingDivergedException">A training diverged: the learning rate is too large.</exception>
    /// <exception cref="InvalidDataException">A checkpoint, if they are asked for, is damaged or of another training.</exception>
    /// <exception cref="IOException">A checkpoint can't be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    [SuppressMessage("Design", "CA1068:CancellationToken parameters must come last", Justification = "Callers pass the token by its place.")]
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
        FoldReport[] reports = Run([.. splits.Select(split => (split, options.Seed))], labels, options, progress, logger, cancellationToken);
        return new CrossValidationReport([.. reports]) { RareLabels = rare };
    }

    /// <summary>Trains with several seeds on the same texts and evaluates on the same held-out ones: how far the figures depend on
    /// chance.</summary>
    /// <param name="split">Texts to learn from, with two labels or more in all, and texts to test on.</param>
    /// <param name="seeds">How many; at least 2. The first is that of the options, the others follow it.</param>
    /// <param name="options">How to train; null for the defaults. As many seeds run at a time as it has threads, each on one: the number
    /// doesn't change the result.</param>
    /// <param name="progress">Is told how far each seed is, from several threads, as a fold; null for none.</param>
    /// <param name="cancellationToken">Ends it without a result.</param>
    /// <param name="logger">Receives what the <see cref="Trainer"/> of each seed logs, in a scope with its number; null for none.</param>
    /// <returns>A report for each seed, in place of a fold's.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="split"/> is null.</exception>
    /// <exception cref="ArgumentException">There are too few seeds or no texts in a part, a text is null, or an option is out of its
    /// range.</exception>
    /// <exception cref="TrainingDivergedException">A training diverged: the learning rate is too large.</exception>
    /// <exception cref="InvalidDataException">A checkpoint, if they are asked for, is damaged or of another training.</exception>
    /// <exception cref="IOException">A checkpoint can't be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    [SuppressMessage("Design", "CA1068:CancellationToken parameters must come last", Justification = "Callers pass the token by its place.")]
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
            [.. Enumerable.Range(0, seeds).Select(n => (split, unchecked(options.Seed + (ulong)n)))], labels, options, progress, logger, cancellationToken);
        return new CrossValidationReport([.. reports]);
    }

    private static ImmutableArray<string> RareLabels(IReadOnlyList<LabeledText> texts, int folds) =>
    [
        .. texts.SelectMany(text => text.Labels).CountBy(label => label, StringComparer.Ordinal)
            .Where(label => label.Value < folds).Select(label => label.Key).Order(StringComparer.Ordinal),
    ];

    private static FoldReport[] Run(
        (TextSplit Split, ulong Seed)[] parts, LabelSet labels, TrainingOptions options, IProgress<FoldProgress>? progress, ILogger<Trainer>? logger, CancellationToken cancellationToken)
    {
        var reports = new FoldReport[parts.Length];
        Action<int> run = part =>
        {
            (TextSplit split, ulong seed) = parts[part];
            using IDisposable? scope = logger is null ? null : TrainingLog.Part(logger, part + 1, parts.Length);
            IProgress<TrainingProgress>? own = progress is null ? null : new FoldProgressAdapter(progress, part + 1, parts.Length);
            string? checkpoint = options.Checkpoint is null ? null : FormattableString.Invariant($"{options.Checkpoint}.{part + 1}");
            var trainer = new Trainer(options with { Threads = 1, Seed = seed, Checkpoint = checkpoint }, logger);
            TrainingResult result = trainer.Train(split.Training, labels, own, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            reports[part] = new FoldReport(
                result.Classifier.Evaluate(split.HeldOut, threads: 1), result.TrainingTime, result.TrainedWordCount, result.Options);
        };
        Concurrently.ForEach(parts.Length, options.ThreadCount, run, cancellationToken);
        return reports;
    }

    private sealed class FoldProgressAdapter(IProgress<FoldProgress> progress, int fold, int folds) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => progress.Report(new FoldProgress(fold, folds, value));
    }
}

using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>
/// k-fold cross-validation: the texts are divided into k parts, label by label; each part in turn is recognized by a classifier trained on
/// the others, vocabulary included.
/// </summary>
public static class CrossValidation
{
    /// <summary>Trains and evaluates fold by fold.</summary>
    /// <param name="texts">
    /// Texts with two labels or more in all, of each at least as many as folds. Where texts have several labels or none, a label may be rarer:
    /// where a fold's part to learn from lacks it, its classifier never finds it.
    /// </param>
    /// <param name="folds">k; at least 2.</param>
    /// <param name="options">
    /// How to train; null for the defaults. Its seed divides the texts too, and as many folds run at a time as it has threads, each on one:
    /// the number doesn't change the result.
    /// </param>
    /// <param name="progress">Is told how far each fold is, from several threads; null for none.</param>
    /// <param name="cancellationToken">Ends it without a result.</param>
    /// <returns>The reports of all folds, in their order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentException">There are too few folds or too few texts of a label, a text is null, or an option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CrossValidationReport Run(
        IEnumerable<LabeledText> texts,
        int folds,
        TrainingOptions? options = null,
        IProgress<FoldProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new TrainingOptions();
        options.Check();
        IReadOnlyList<LabeledText> list = LabeledTextList.Of(texts, nameof(texts));
        IReadOnlyList<TextSplit> splits = StratifiedSplit.Folds(list, folds, options.Seed);
        LabelSet labels = TrainingLabels.Of(list, options.LabelsPerText);
        var reports = new FoldReport[splits.Count];
        Action<int> run = fold =>
        {
            IProgress<TrainingProgress>? own = progress is null ? null : new FoldProgressAdapter(progress, fold + 1, splits.Count);
            string? checkpoint = options.Checkpoint is null ? null : FormattableString.Invariant($"{options.Checkpoint}.{fold + 1}");
            var trainer = new Trainer(options with { Threads = 1, Checkpoint = checkpoint });
            TrainingResult result = trainer.Train(splits[fold].Training, labels, own, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            reports[fold] = new FoldReport(result.Classifier.Evaluate(splits[fold].HeldOut), result.TrainingTime, result.WordsTrained);
        };
        WorkSharing.ForEach(splits.Count, options.Threads, run, cancellationToken);
        return new CrossValidationReport([.. reports]);
    }

    private sealed class FoldProgressAdapter(IProgress<FoldProgress> progress, int fold, int folds) : IProgress<TrainingProgress>
    {
        public void Report(TrainingProgress value) => progress.Report(new FoldProgress(fold, folds, value));
    }
}

using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Measures how accuracy grows with the number of training texts, to find out whether more would help.</summary>
public static class LearningCurve
{
    private const int MostSizes = 6;
    private const int LeastTexts = 20;

    /// <summary>
    /// Trains on an eighth, a quarter, a half and all of the training texts of each fold, and tests on the fold's held-out texts.
    /// </summary>
    /// <remarks>
    /// Takes about twice as long as cross-validation with as many folds. The sizes are halved up to five times, to no less than 20 texts
    /// and two texts per label. Probabilities aren't calibrated, which doesn't change labels.
    /// </remarks>
    /// <param name="texts">Texts with at least two labels in all, and at least 25.</param>
    /// <param name="folds">The number of folds. At least 2. The default is 5.</param>
    /// <param name="options">How to train; <see langword="null"/> for the defaults. The seed also determines how the texts are
    /// divided.</param>
    /// <param name="progress">Receives the progress of each training, reported as a fold; <see langword="null"/> for none.</param>
    /// <param name="cancellationToken">Cancels the operation without a result.</param>
    /// <returns>The measured points, and forecasts by a fitted curve.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are too few folds or texts, a text is null, or an option is out of range.</exception>
    /// <exception cref="TrainingDivergedException">Training diverged in a run: the learning rate is too large.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public static LearningCurveReport Run(
        IEnumerable<LabeledText> texts,
        int folds = 5,
        TrainingOptions? options = null,
        IProgress<FoldProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options = (options ?? new TrainingOptions()) with { Calibration = Calibration.None, Acceptance = false, Checkpoint = null };
        options.Check();
        IReadOnlyList<LabeledText> list = LabeledTextList.Of(texts, nameof(texts));
        IReadOnlyList<TextSplit> splits = StratifiedSplit.FoldsOfAny(list, folds, options.Seed);
        if (splits.Min(split => split.Training.Count) < LeastTexts)
        {
            throw new ArgumentException(
                $"the {list.Count} texts leave {splits.Min(split => split.Training.Count)} to train on in each of {folds} folds; "
                + $"at least {LeastTexts} were expected",
                nameof(texts));
        }

        LabelSet labels = TrainingLabels.Of(list, options.LabelsPerText);
        int least = Math.Max(LeastTexts, 2 * labels.Labels.Length);
        int sizes = 1;
        while (sizes < MostSizes && list.Count * (folds - 1L) / folds >> sizes >= least)
            sizes++;
        TextSplit[] parts = [.. splits.SelectMany(split => Halved(split, sizes, options.Seed))];
        FoldReport[] reports = CrossValidation.Run(
            [.. parts.Select(part => (part, options.Seed))], labels, options, progress, logger: null, cancellationToken);
        return new LearningCurveReport(
            list.Count,
            [.. parts.Zip(reports, (part, report) => (part.Training.Count, report.Evaluation.Accuracy)).Chunk(sizes)]);
    }

    /// <summary>A split with all training texts, half of them, half of those, and so on: the fewest first.</summary>
    private static Stack<TextSplit> Halved(TextSplit split, int sizes, ulong seed)
    {
        var halved = new Stack<TextSplit>([split]);
        while (halved.Count < sizes)
        {
            IReadOnlyList<LabeledText> half = StratifiedSplit.HoldOut(halved.Peek().Training, fraction: 0.5, seed).Training;
            halved.Push(new TextSplit(half, split.HeldOut));
        }

        return halved;
    }
}

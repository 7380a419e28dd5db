using System.Diagnostics;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Extensions.Hosting;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;
using Microsoft.Extensions.Options;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Trains a new model on all texts and corrections, and stores it unless it is worse than the one in service.</summary>
internal sealed class Lesson(
    StartingTexts starting,
    CorrectionStore store,
    ITextClassifierService service,
    IOptions<DemoOptions> demo,
    IOptions<LearningOptions> learning,
    LearningState state,
    ILogger<Trainer> logger,
    TimeProvider time)
{
    private const int MostChanges = 40;

    /// <summary>Runs the lesson. What can go wrong with a training or a file is the report's <see cref="LessonReport.Reason"/>.</summary>
    public LessonReport Run(CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        CorrectionSet corrected = store.Current;
        IReadOnlyList<Correction> corrections = corrected.All;
        TextClassifier current = service.Current.Classifier;
        long learned = ModelNotes.Of(current).LearnedVersion;
        var report = new LessonReport(
            LessonOutcome.Failed,
            null,
            default,
            0,
            corrected.LastVersion,
            corrected.CorrectionsSince(learned),
            corrected.DeletionsSince(learned),
            0,
            null,
            null,
            []);
        try
        {
            report = Run(report, current, corrections, cancellationToken);
        }
        catch (Exception problem) when (problem is InsufficientMemoryException or TrainingDivergedException or ArgumentException
            or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            report = report with { Reason = problem.Message };
        }

        return report with { At = time.GetUtcNow(), Seconds = Stopwatch.GetElapsedTime(start).TotalSeconds };
    }

    private LessonReport Run(
        LessonReport report, TextClassifier current, IReadOnlyList<Correction> corrections, CancellationToken cancellationToken)
    {
        state.Begin(LearningActivity.Training);
        TextSplit split = starting.SplitWith(corrections);
        report = report with { TrainingTextCount = split.Training.Count };
        TrainingResult result =
            new Trainer(learning.Value.Training, logger, time).Train(split.Training, new LessonProgress(state), cancellationToken);
        if (result.StopReason == StopReason.Cancelled) throw new OperationCanceledException(cancellationToken);
        report = report with { EstimatedMemoryBytes = result.EstimatedMemoryBytes };
        if (result.LabelDoubt is { } doubt) return report with { Reason = doubt };

        state.Begin(LearningActivity.Comparing);
        var options = new ModelComparisonOptions { Margin = learning.Value.Margin, Threads = learning.Value.Threads };
        ComparisonReport compared = ModelComparison.Run(current, result.Classifier, split.HeldOut, options, cancellationToken);
        report = report with
        {
            Comparison = new LessonComparison(
                compared.TextCount,
                compared.Accuracy.First,
                compared.Accuracy.Second,
                compared.Accuracy.Lower,
                compared.Accuracy.Upper,
                compared.OnlyFirstCorrectCount,
                compared.OnlySecondCorrectCount),
            Changes = Changes(current, result.Classifier, corrections, compared, split.HeldOut),
        };
        if (CompareGate.Objection(compared, split) is { } objection)
            return report with { Outcome = LessonOutcome.Refused, Reason = objection };
        result.Classifier.Save(
            demo.Value.ModelPath,
            new ModelNotes(starting.Id, report.Version, IsFirst: false, split.Training.Count).ToSaveOptions());
        return report with { Outcome = LessonOutcome.Taken };
    }

    private static IReadOnlyList<ChangedAnswer> Changes(
        TextClassifier current,
        TextClassifier candidate,
        IReadOnlyList<Correction> corrections,
        ComparisonReport compared,
        IReadOnlyList<LabeledText> heldOut)
    {
        long learned = ModelNotes.Of(current).LearnedVersion;
        IEnumerable<ChangedAnswer> corrected = corrections.Where(one => one.Version > learned).Select(one => new ChangedAnswer(
            one.Text, current.Predict(one.Text).Label, candidate.Predict(one.Text).Label, one.Label, IsCorrection: true));
        IEnumerable<ChangedAnswer> others = compared.ChangedTexts.Select(one => new ChangedAnswer(
            heldOut[one.Index].Text, one.First[0], one.Second[0], heldOut[one.Index].Label, IsCorrection: false));
        return [.. corrected.Concat(others).Take(MostChanges)];
    }
}

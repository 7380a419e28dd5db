using MaxPoolConvNet.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Reads what the page shows about the model and its learning.</summary>
internal sealed class StatusReader(
    ITextClassifierService service,
    Doubts doubts,
    CorrectionStore corrections,
    LearningState learning,
    LabelRules rules,
    IOptions<DemoOptions> demo,
    IOptions<LimitOptions> limits)
{
    public Status Read()
    {
        TextClassifierSnapshot current = service.Current;
        ModelNotes notes = ModelNotes.Of(current.Classifier);
        (LearningActivity activity, double progress, IReadOnlyList<LessonReport> lessons) = learning.Snapshot();
        CorrectionSet corrected = corrections.Current;
        int deletions = corrected.DeletionsSince(notes.LearnedVersion);
        return new Status(
            rules.Labels,
            new ModelStatus(
                current.Checksum,
                current.LoadedAt,
                current.Classifier.Labels,
                notes.TrainingTextCount,
                notes.IsFirst,
                notes.LearnedVersion,
                demo.Value.MaximumErrorRate,
                doubts.ThresholdOf(current.Classifier)?.ExpectedCoverage,
                service.Status.LastFailure?.Message),
            new LearningStatus(
                activity,
                progress,
                corrected.Count,
                corrected.CorrectionsSince(notes.LearnedVersion) + deletions,
                deletions,
                lessons),
            new StatusLimits(
                limits.Value.TextCharacters, limits.Value.LabelCharacters, limits.Value.FileBytes, limits.Value.FileTexts));
    }
}

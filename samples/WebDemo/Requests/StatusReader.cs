using MaxPoolConvNet.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Reads what the page shows about the model and its learning.</summary>
internal sealed class StatusReader(
    ITextClassifierService service,
    Doubts doubts,
    CorrectionStore corrections,
    LearningState learning,
    IOptions<DemoOptions> demo,
    IOptions<LimitOptions> limits)
{
    public Status Read()
    {
        TextClassifierSnapshot current = service.Current;
        ModelNotes notes = ModelNotes.Of(current.Classifier);
        (LearningActivity activity, double progress, IReadOnlyList<LessonReport> lessons) = learning.Snapshot();
        IReadOnlyList<Correction> all = corrections.All;
        return new Status(
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
            new LearningStatus(activity, progress, all.Count, all.Count(one => one.Version > notes.LearnedVersion), lessons),
            new StatusLimits(limits.Value.TextCharacters, limits.Value.FileBytes, limits.Value.FileTexts));
    }
}

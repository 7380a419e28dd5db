namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>The learning.</summary>
/// <param name="Activity">What the learner is doing.</param>
/// <param name="Progress">The finished fraction of a training, from 0 to 1.</param>
/// <param name="CorrectionCount">The number of corrected texts.</param>
/// <param name="PendingCount">The number of corrections and deletions that the model in service hasn't learned.</param>
/// <param name="PendingDeletionCount">How many of these are deletions.</param>
/// <param name="Lessons">The last trainings since the app started, the latest first.</param>
internal sealed record LearningStatus(
    LearningActivity Activity,
    double Progress,
    int CorrectionCount,
    int PendingCount,
    int PendingDeletionCount,
    IReadOnlyList<LessonReport> Lessons);

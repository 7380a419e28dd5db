namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>How one training went.</summary>
/// <param name="Outcome">What became of the new model.</param>
/// <param name="Reason">Why it wasn't taken; null if it was.</param>
/// <param name="At">When the training ended.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Version">The version of the last change of the corrections that it was trained on.</param>
/// <param name="NewCorrectionCount">The number of corrections since the old model.</param>
/// <param name="DeletedCorrectionCount">The number of corrections deleted since the old model.</param>
/// <param name="TrainingTextCount">The number of texts trained on.</param>
/// <param name="EstimatedMemoryBytes">The memory that the training was estimated to need; null if it didn't begin.</param>
/// <param name="Comparison">The comparison of the models; null if there is none.</param>
/// <param name="Changes">The new corrections and held-out texts whose answer changed, at most 40.</param>
internal sealed record LessonReport(
    LessonOutcome Outcome,
    string? Reason,
    DateTimeOffset At,
    double Seconds,
    long Version,
    int NewCorrectionCount,
    int DeletedCorrectionCount,
    int TrainingTextCount,
    long? EstimatedMemoryBytes,
    LessonComparison? Comparison,
    IReadOnlyList<ChangedAnswer> Changes);

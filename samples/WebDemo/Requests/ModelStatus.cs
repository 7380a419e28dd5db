namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>The model in service.</summary>
/// <param name="Checksum">The checksum of its file.</param>
/// <param name="LoadedAt">When it was loaded.</param>
/// <param name="Labels">Its labels.</param>
/// <param name="TrainingTextCount">The number of texts that it was trained on; 0 if unknown.</param>
/// <param name="IsFirst">Whether it is the quick one, trained on a sample.</param>
/// <param name="LearnedVersion">The version of the last change of the corrections that it was trained on.</param>
/// <param name="MaximumErrorRate">The largest fraction of the sure answers that may be wrong.</param>
/// <param name="SureFraction">The expected fraction of sure answers; null if the model can't promise the error rate.</param>
/// <param name="FileProblem">Why the model file can't be used, so that the model in memory goes on; null if it can.</param>
internal sealed record ModelStatus(
    string Checksum,
    DateTimeOffset LoadedAt,
    IReadOnlyList<string> Labels,
    int TrainingTextCount,
    bool IsFirst,
    long LearnedVersion,
    double MaximumErrorRate,
    double? SureFraction,
    string? FileProblem);

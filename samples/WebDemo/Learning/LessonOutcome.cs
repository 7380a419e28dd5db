namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>What became of a new model.</summary>
internal enum LessonOutcome
{
    /// <summary>It replaces the old one.</summary>
    Taken,

    /// <summary>The old one stays, because the new one is worse.</summary>
    Refused,

    /// <summary>There is no new one, or it can't be stored.</summary>
    Failed,
}

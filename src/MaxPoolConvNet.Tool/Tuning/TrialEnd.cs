namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>The end of a trial.</summary>
internal enum TrialEnd
{
    Done,

    /// <summary>The training diverged.</summary>
    Diverged,

    /// <summary>Cancelled: halfway, its training accuracy was far below the best trial's accuracy.</summary>
    Hopeless,

    /// <summary>Cancelled: it would have exceeded the time.</summary>
    OutOfTime,
}

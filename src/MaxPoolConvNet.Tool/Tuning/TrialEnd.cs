namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>How a trial ended.</summary>
internal enum TrialEnd
{
    Done,

    /// <summary>Its training diverged.</summary>
    Diverged,

    /// <summary>Half-way through it recognized its own texts much worse than the best trial does others: it was cancelled.</summary>
    Hopeless,

    /// <summary>It turned out to take longer than there was time: it was cancelled.</summary>
    OutOfTime,
}

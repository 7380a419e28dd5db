namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Settings that were tried, and what came of it.</summary>
internal sealed record Trial
{
    /// <summary>From 0, in the order in which trials ended.</summary>
    public required int Number { get; init; }

    public required TrialSettings Settings { get; init; }

    public required TrialEnd End { get; init; }

    /// <summary>Time that training one network and testing it took.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>What one network came to; null where its training wasn't done.</summary>
    public TrialScore? Score { get; init; }

    /// <summary>
    /// What several networks of another seed came to: of the best trials and the defaults, since one network may have been lucky, and since
    /// what is good for one isn't always good for the mean of several. Null where they weren't trained.
    /// </summary>
    public TrialScore? FinalistScore { get; init; }
}

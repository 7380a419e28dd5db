namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>A trial: its settings and its results.</summary>
internal sealed record Trial
{
    /// <summary>The number of the trial, from 0, in the order in which trials ended.</summary>
    public int Number { get; init; }

    public required TrialSettings Settings { get; init; }

    public required TrialEnd End { get; init; }

    /// <summary>The time to train and test one network.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>The time that this would take again: a process is slow at first.</summary>
    public TimeSpan TimeAgain { get; init; }

    /// <summary>The score of one network; null if its training didn't finish.</summary>
    public TrialScore? Score { get; init; }

    /// <summary>
    /// The score of several networks with another seed; null if they weren't trained. The best trials and the defaults have one, since one
    /// network may be lucky, and since settings that suit one network don't always suit the mean of several.
    /// </summary>
    public TrialScore? FinalistScore { get; init; }
}

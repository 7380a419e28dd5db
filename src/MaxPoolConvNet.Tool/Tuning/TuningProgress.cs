namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>The progress of tuning.</summary>
internal sealed record TuningProgress
{
    public required TuningStage Stage { get; init; }

    /// <summary>The number of trials that have ended.</summary>
    public required int Trials { get; init; }

    /// <summary>The number of trials that diverged or were cancelled.</summary>
    public required int Unfinished { get; init; }

    /// <summary>The trial of the defaults; null before it has ended.</summary>
    public required Trial? Start { get; init; }

    /// <summary>The best trial so far; null before there is one.</summary>
    public required Trial? Best { get; init; }

    /// <summary>The time left of the budget; null without a budget.</summary>
    public required TimeSpan? Left { get; init; }

    /// <summary>The number of trials asked for; null with a budget.</summary>
    public int? Asked { get; init; }

    /// <summary>The trial that has just ended; null during a trial.</summary>
    public Trial? Ended { get; init; }
}

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>How far tuning is.</summary>
internal sealed record TuningProgress
{
    public required TuningStage Stage { get; init; }

    /// <summary>Trials that have ended.</summary>
    public required int Trials { get; init; }

    /// <summary>Those of them that diverged or were cancelled.</summary>
    public required int Unfinished { get; init; }

    /// <summary>The trial of the defaults; null before it has ended.</summary>
    public required Trial? Start { get; init; }

    /// <summary>The best so far; null before there is one.</summary>
    public required Trial? Best { get; init; }

    /// <summary>Time left of the budget.</summary>
    public required TimeSpan Left { get; init; }

    /// <summary>The trial that has just ended; null for a report between two.</summary>
    public Trial? Ended { get; init; }
}

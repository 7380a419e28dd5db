using System.Collections.Immutable;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Settings that were tried, and what came of it.</summary>
internal sealed record Trial
{
    /// <summary>From 0, which is the defaults, in the order in which they ended.</summary>
    public required int Number { get; init; }

    public required TrialSettings Settings { get; init; }

    public required TrialEnd End { get; init; }

    /// <summary>Time of its first training, with the test.</summary>
    public TimeSpan Time { get; init; }

    /// <summary>A score for each training, with a seed of its own; none where it wasn't done.</summary>
    public ImmutableArray<TrialScore> Scores { get; init; } = [];

    /// <summary>The mean accuracy of its trainings.</summary>
    public double Accuracy => Scores.Average(score => score.Accuracy);

    /// <summary>The mean loss of its trainings.</summary>
    public double Loss => Scores.Average(score => score.Loss);
}

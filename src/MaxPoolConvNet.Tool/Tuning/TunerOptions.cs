namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>How settings are searched.</summary>
internal sealed record TunerOptions
{
    /// <summary>Time for everything.</summary>
    public required TimeSpan Budget { get; init; }

    /// <summary>The clock's timestamp from which it counts.</summary>
    public required long Began { get; init; }

    /// <summary>Trials at a time, and threads of the last trainings.</summary>
    public required int Threads { get; init; }

    /// <summary>Networks of the last trainings.</summary>
    public required int Networks { get; init; }

    /// <summary>Texts that the last trainings learn from, over those that trials learn from.</summary>
    public required double TextsRatio { get; init; }

    public required ulong Seed { get; init; }
}

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>The options of a search.</summary>
internal sealed record TunerOptions
{
    /// <summary>The time for all stages.</summary>
    public required TimeSpan Budget { get; init; }

    /// <summary>The clock's timestamp at which the budget starts.</summary>
    public required long Began { get; init; }

    /// <summary>The number of parallel trials, and of threads of the final trainings.</summary>
    public required int Threads { get; init; }

    /// <summary>The number of networks of the final trainings.</summary>
    public required int Networks { get; init; }

    /// <summary>The number of texts of the final trainings, divided by that of the trials.</summary>
    public required double TextsRatio { get; init; }

    public required ulong Seed { get; init; }
}

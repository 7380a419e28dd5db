using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>The options of a search with a given number of trials.</summary>
internal sealed record CountedOptions
{
    /// <summary>The number of trials, the defaults included.</summary>
    public required int Trials { get; init; }

    /// <summary>The number of parallel trials at a rank.</summary>
    public required int Threads { get; init; }

    /// <summary>The number of networks of the final trainings.</summary>
    public required int Networks { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>The ranks that share the trials; null for this process alone.</summary>
    public IRankGroup? Ranks { get; init; }
}

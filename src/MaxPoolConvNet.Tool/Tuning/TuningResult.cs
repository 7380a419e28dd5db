using System.Collections.Immutable;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>The result of a search.</summary>
internal sealed record TuningResult
{
    /// <summary>All trials, in the order in which they ended.</summary>
    public required ImmutableArray<Trial> Trials { get; init; }

    /// <summary>The trial of the defaults; null if it was interrupted.</summary>
    public required Trial? Start { get; init; }

    /// <summary>The trial with the chosen settings; null if no trial finished.</summary>
    public required Trial? Choice { get; init; }

    /// <summary>Whether the choice is the defaults.</summary>
    public bool IsStart => Choice is not null && Choice.Number == Start?.Number;

    /// <summary>The trial that was compared with the defaults: the choice, or the best other trial if the choice is the defaults.</summary>
    public required Trial? Compared { get; init; }

    /// <summary>
    /// The comparison on the held-out texts; null if there is nothing but the defaults, or if the search was interrupted.
    /// </summary>
    public required Comparison? Comparison { get; init; }

    public bool Interrupted { get; init; }

    public required TimeSpan Time { get; init; }
}

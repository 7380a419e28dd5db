using System.Collections.Immutable;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>What a search came to.</summary>
internal sealed record TuningResult
{
    /// <summary>All trials, in the order in which they ended.</summary>
    public required ImmutableArray<Trial> Trials { get; init; }

    /// <summary>The trial of the defaults; null where it was interrupted.</summary>
    public required Trial? Start { get; init; }

    /// <summary>The trial whose settings are chosen; null where none was trained to the end.</summary>
    public required Trial? Choice { get; init; }

    /// <summary>Whether the choice is the defaults themselves.</summary>
    public bool IsStart => Choice is not null && Choice.Number == Start?.Number;

    /// <summary>
    /// The defaults and the choice, on texts that chose nothing; null where the choice is the defaults, and where it was interrupted.
    /// </summary>
    public required Comparison? Comparison { get; init; }

    public required bool Interrupted { get; init; }

    public required TimeSpan Time { get; init; }
}

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>What a search may choose among.</summary>
internal sealed record SearchScope
{
    /// <summary>Whether there are word vectors, and so the choice of a network that uses them.</summary>
    public bool HasVectors { get; init; }

    /// <summary>Switches whose settings stay as they are at the start.</summary>
    public IReadOnlySet<string> FixedSwitches { get; init; } = new HashSet<string>();
}

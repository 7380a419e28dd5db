namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>The limits of a search.</summary>
internal sealed record SearchScope
{
    /// <summary>Whether there are word vectors, and so architectures to choose from.</summary>
    public bool HasVectors { get; init; }

    /// <summary>The switches whose settings stay fixed.</summary>
    public IReadOnlySet<string> FixedSwitches { get; init; } = new HashSet<string>();
}

namespace MaxPoolConvNet.Evaluation;

/// <summary>A text that differs from the rest. Immutable and thread-safe.</summary>
public readonly struct UnusualText
{
    internal UnusualText(int index, UnusualKind kind)
    {
        Index = index;
        Kind = kind;
    }

    /// <summary>The index of the text, from 0.</summary>
    public int Index { get; }

    /// <summary>How it differs.</summary>
    public UnusualKind Kind { get; }

    /// <summary>The index and the kind.</summary>
    /// <returns>Invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant($"text {Index}: {Kind}");
}

using System.Collections.Immutable;

namespace MaxPoolConvNet.Evaluation;

/// <summary>The same words with different labels. Immutable and thread-safe.</summary>
public sealed class ConflictingDuplicate
{
    internal ConflictingDuplicate(ImmutableArray<int> indices) => Indices = indices;

    /// <summary>The indices of all texts with these words, in ascending order; at least two.</summary>
    public ImmutableArray<int> Indices { get; }

    /// <summary>The indices.</summary>
    /// <returns>Invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant($"texts {string.Join(", ", Indices)}");
}

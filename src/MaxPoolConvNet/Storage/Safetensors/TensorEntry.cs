using System.Collections.Immutable;

namespace MaxPoolConvNet.Storage;

/// <summary>What the header says of a tensor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its numbers, which stand row after row, little-endian.</param>
/// <param name="Shape">Its sizes.</param>
/// <param name="Begin">Where its numbers begin, in bytes behind the header.</param>
/// <param name="End">Where they end.</param>
internal sealed record TensorEntry(string Name, TensorType Type, ImmutableArray<long> Shape, long Begin, long End)
{
    /// <summary>The sizes, such as "[300, 100]".</summary>
    public string ShownShape => FormattableString.Invariant($"[{string.Join(", ", Shape)}]");
}

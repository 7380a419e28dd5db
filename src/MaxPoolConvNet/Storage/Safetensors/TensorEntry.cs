using System.Collections.Immutable;

namespace MaxPoolConvNet.Storage;

/// <summary>A tensor's entry in the header.</summary>
/// <param name="Name">The name.</param>
/// <param name="Type">The type of the numbers, which are stored row by row, little-endian.</param>
/// <param name="Shape">The sizes.</param>
/// <param name="Begin">The offset of the first number, in bytes after the header.</param>
/// <param name="End">The offset of the end of the numbers.</param>
internal sealed record TensorEntry(string Name, TensorType Type, ImmutableArray<long> Shape, long Begin, long End)
{
    /// <summary>The sizes, such as "[300, 100]".</summary>
    public string ShownShape => FormattableString.Invariant($"[{string.Join(", ", Shape)}]");
}

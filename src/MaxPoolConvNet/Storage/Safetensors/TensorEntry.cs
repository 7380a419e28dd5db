using System.Collections.Immutable;

namespace MaxPoolConvNet.Storage;

/// <summary>A tensor's entry in the header.</summary>
/// <param name="name">The name.</param>
/// <param name="type">The type of the numbers, which are stored row by row, little-endian.</param>
/// <param name="shape">The sizes.</param>
/// <param name="begin">The offset of the first number, in bytes after the header.</param>
/// <param name="end">The offset of the end of the numbers.</param>
internal sealed class TensorEntry(string name, TensorType type, ImmutableArray<long> shape, long begin, long end)
{
    public string Name { get; } = name;

    public TensorType Type { get; } = type;

    public ImmutableArray<long> Shape { get; } = shape;

    public long Begin { get; } = begin;

    public long End { get; } = end;

    /// <summary>The sizes, such as "[300, 100]".</summary>
    public string ShownShape => FormattableString.Invariant($"[{string.Join(", ", Shape)}]");
}

using System.Collections.Immutable;

namespace MaxPoolConvNet.Text;

/// <summary>The labels that a classifier tells apart, in ordinal order: class 0, class 1.</summary>
internal sealed class LabelSet
{
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);

    public LabelSet(IEnumerable<string> labels)
    {
        Labels = [.. labels.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        foreach (string label in Labels)
            _indices.Add(label, _indices.Count);
    }

    public ImmutableArray<string> Labels { get; }

    /// <summary>The class of a label.</summary>
    /// <param name="label">The label.</param>
    /// <param name="texts">What the texts are called in an error, such as "test".</param>
    /// <param name="text">The text's place among them, from 0.</param>
    /// <exception cref="ArgumentException">There is no such label.</exception>
    public int IndexOf(string label, string texts, int text) => _indices.TryGetValue(label, out int index)
        ? index
        : throw new ArgumentException($"{texts} text {text + 1} has the label '{label}', which training hasn't seen; it knows {string.Join(", ", Labels.Take(10).Select(known => $"'{known}'"))}");
}

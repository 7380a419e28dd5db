using System.Collections.Immutable;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Text;

/// <summary>The labels that a classifier knows, in ordinal order: class 0, class 1, …; and whether a text has one of them or any
/// number.</summary>
internal sealed class LabelSet
{
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);

    public LabelSet(IEnumerable<string> labels, bool severalPerText = false)
    {
        SeveralPerText = severalPerText;
        Labels = [.. labels.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        foreach (string label in Labels)
            _indices.Add(label, _indices.Count);
    }

    public ImmutableArray<string> Labels { get; }

    /// <summary>Whether labels are all different and in the order of classes.</summary>
    public static bool AreInOrder(IReadOnlyList<string> labels) => labels.Zip(labels.Skip(1), string.CompareOrdinal).All(order => order < 0);

    /// <summary>Whether a text may have several labels or none: targets are sets then.</summary>
    public bool SeveralPerText { get; }

    public LabelsPerText LabelsPerText => SeveralPerText ? LabelsPerText.Several : LabelsPerText.One;

    /// <summary>The class of a label; null if there is no such label.</summary>
    public int? Find(string label) => _indices.TryGetValue(label, out int index) ? index : null;

    /// <summary>The class of a label that a caller asks for.</summary>
    /// <exception cref="ArgumentException">There is no such label.</exception>
    public int Get(string label, string parameter) => Find(label)
        ?? throw new ArgumentException($"there is no label '{label}'; the classifier knows {LabelList.Quoted(Labels)}", parameter);

    /// <summary>What a text should be recognized as: a class, or a set of labels.</summary>
    /// <param name="text">The text.</param>
    /// <param name="texts">What the texts are called in an error, such as "test".</param>
    /// <param name="at">The text's place among them, from 0.</param>
    /// <exception cref="ArgumentException">It has a label that isn't known, or several or none where one is expected.</exception>
    public Target TargetOf(LabeledText text, string texts, int at)
    {
        if (SeveralPerText) return Target.OfClasses([.. text.Labels.Select(label => IndexOf(label, texts, at))]);
        return text.Labels.Length == 1
            ? Target.OfClass(IndexOf(text.Label, texts, at))
            : throw new ArgumentException($"{texts} text {at + 1} has {LabelList.Shown(text.Labels)}; one was expected, as in training");
    }

    private int IndexOf(string label, string texts, int at) => Find(label)
        ?? throw new ArgumentException($"{texts} text {at + 1} has the label '{label}', which training hasn't seen; it knows {LabelList.Quoted(Labels)}");
}

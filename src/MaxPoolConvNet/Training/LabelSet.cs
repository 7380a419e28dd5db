using System.Collections.Immutable;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Text;

/// <summary>The labels of a classifier in ordinal order, which is the order of classes, and whether a text can have several.</summary>
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

    /// <summary>Returns whether labels are distinct and in ordinal order.</summary>
    public static bool AreInOrder(IReadOnlyList<string> labels) =>
        labels.Zip(labels.Skip(1), string.CompareOrdinal).All(order => order < 0);

    /// <summary>Whether a text can have several labels or none; its target is then a set.</summary>
    public bool SeveralPerText { get; }

    public LabelsPerText LabelsPerText => SeveralPerText ? LabelsPerText.Several : LabelsPerText.One;

    /// <summary>Returns the class of a label, or null if there is no such label.</summary>
    public int? Find(string label) => _indices.TryGetValue(label, out int index) ? index : null;

    /// <summary>Returns the class of a label that a caller passes.</summary>
    /// <exception cref="ArgumentException">There is no such label.</exception>
    public int Get(string label, string parameter) => Find(label)
        ?? throw new ArgumentException($"there is no label '{label}'; the classifier knows {LabelList.Quoted(Labels)}", parameter);

    /// <summary>Returns the target of a text: a class, or a set of labels.</summary>
    /// <param name="text">The text.</param>
    /// <param name="texts">The kind of the texts in errors, such as "test".</param>
    /// <param name="at">The text's index, from 0.</param>
    /// <exception cref="ArgumentException">The text has an unknown label, or it has several or none where one is expected.</exception>
    public Target TargetOf(LabeledText text, string texts, int at)
    {
        if (SeveralPerText) return Target.OfClasses([.. text.Labels.Select(label => IndexOf(label, texts, at))]);
        return text.Labels.Length == 1
            ? Target.OfClass(IndexOf(text.Label, texts, at))
            : throw new ArgumentException($"{texts} text {at + 1} has {LabelList.Shown(text.Labels)}; one was expected, as in training");
    }

    private int IndexOf(string label, string texts, int at) => Find(label)
        ?? throw new ArgumentException(
            $"{texts} text {at + 1} has the label '{label}', which training didn't have; it had {LabelList.Quoted(Labels)}");
}

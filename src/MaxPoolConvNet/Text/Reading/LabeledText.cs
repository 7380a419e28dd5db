using System.Collections.Immutable;

namespace MaxPoolConvNet.Text;

/// <summary>A text and its labels: one training example.</summary>
/// <remarks>
/// <para>Most texts have one label. Where labels don't exclude each other, a text may have several labels or none.</para>
/// <para>Labels are compared ordinally: <c>"Spam"</c> and <c>"spam"</c> are different labels. Two labeled texts are equal if their texts
/// and their sets of labels are equal.</para>
/// <para>The constructors accept a <see langword="null"/> or blank label and a <see langword="null"/> text. The method that the labeled
/// text is passed to, such as training, evaluation or a split, throws an <see cref="ArgumentException"/> whose message says which text it
/// is.</para>
/// <para>Thread safety: immutable, so any number of threads may share an instance.</para>
/// </remarks>
public sealed record LabeledText
{
    /// <summary>Creates a text with one label.</summary>
    /// <param name="label">The class of the text, such as <c>"spam"</c>.</param>
    /// <param name="text">The text as written, before tokenization.</param>
    public LabeledText(string label, string text)
    {
        Label = label;
        Text = text;
    }

    /// <summary>Creates a text with any number of labels.</summary>
    /// <param name="labels">The labels that apply, in any order; empty if none applies.</param>
    /// <param name="text">The text as written, before tokenization.</param>
    /// <exception cref="ArgumentException">A label occurs twice, or <paramref name="labels"/> is the default (uninitialized)
    /// array.</exception>
    public LabeledText(ImmutableArray<string> labels, string text)
    {
        Labels = labels;
        Text = text;
    }

    /// <summary>All labels, in ordinal order; empty for a text without labels.</summary>
    /// <exception cref="ArgumentException">A label occurs twice, or the value is the default (uninitialized) array.</exception>
    public ImmutableArray<string> Labels
    {
        get;
        init => field = Ordered(value);
    }

    /// <summary>The label of a text that has exactly one.</summary>
    /// <exception cref="InvalidOperationException">The text has several labels or none; use <see cref="Labels"/> instead.</exception>
    public string Label
    {
        get => Labels.Length == 1
            ? Labels[0]
            : throw new InvalidOperationException(
                $"the text has {LabelList.Shown(Labels)}; {nameof(Label)} requires exactly one. Use {nameof(Labels)} instead");
        init => Labels = [value];
    }

    /// <summary>The text as written, before tokenization.</summary>
    public string Text { get; init; }

    /// <summary>Deconstructs a text that has exactly one label into label and text.</summary>
    /// <param name="label">The label.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="InvalidOperationException">The text has several labels or none.</exception>
    public void Deconstruct(out string label, out string text)
    {
        label = Label;
        text = Text;
    }

    /// <summary>Determines whether both have the same text and the same labels.</summary>
    /// <param name="other">The labeled text to compare with.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public bool Equals(LabeledText? other) =>
        other is not null && Text == other.Text && Labels.AsSpan().SequenceEqual(other.Labels.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Labels.Aggregate(HashCode.Combine(Text), (hash, label) => HashCode.Combine(hash, label));

    /// <summary>Formats the labels and the text for display.</summary>
    /// <returns>The labels and the whole text; one line if the text is one line.</returns>
    public override string ToString() =>
        $"{nameof(LabeledText)} {{ {nameof(Labels)} = [{string.Join(", ", Labels)}], {nameof(Text)} = {Text} }}";

    private static ImmutableArray<string> Ordered(ImmutableArray<string> labels)
    {
        if (labels.IsDefault)
        {
            throw new ArgumentException(
                "the labels are the default array; pass an empty array for a text without labels", nameof(labels));
        }

        if (labels.Length < 2) return labels;
        ImmutableArray<string> ordered = labels.Sort(StringComparer.Ordinal);
        for (int i = 1; i < ordered.Length; i++)
        {
            if (ordered[i] == ordered[i - 1])
                throw new ArgumentException($"the label '{ordered[i]}' occurs twice; pass each label once", nameof(labels));
        }

        return ordered;
    }
}

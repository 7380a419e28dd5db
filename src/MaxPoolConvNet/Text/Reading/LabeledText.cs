using System.Collections.Immutable;

namespace MaxPoolConvNet.Text;

/// <summary>
/// A text and the labels it carries: one example to learn from. Most texts have one label; where labels don't exclude each other a text may
/// have several, or none.
/// </summary>
/// <remarks>
/// Labels are compared ordinally: <c>"Spam"</c> is another label than <c>"spam"</c>. Two labelled texts are equal where the texts and the
/// sets of labels are. A label that is null, empty or white space, and a null text, are an <see cref="ArgumentException"/> of the call that
/// the labelled text is passed to, such as training, evaluation or a split: its message says which of the texts it is. Immutable, so safe to
/// share between threads.
/// </remarks>
public sealed record LabeledText
{
    /// <summary>A text with one label.</summary>
    /// <param name="label">The class of the text, such as <c>"spam"</c>.</param>
    /// <param name="text">The text as it was written, before any tokenizer.</param>
    public LabeledText(string label, string text)
    {
        Label = label;
        Text = text;
    }

    /// <summary>A text with any number of labels.</summary>
    /// <param name="labels">The labels that apply, in any order; none for a text to which none applies.</param>
    /// <param name="text">The text as it was written, before any tokenizer.</param>
    /// <exception cref="ArgumentException">A label is there twice, or <paramref name="labels"/> is the default array, which holds nothing.</exception>
    public LabeledText(ImmutableArray<string> labels, string text)
    {
        Labels = labels;
        Text = text;
    }

    /// <summary>All labels, in ordinal order; empty for a text without one.</summary>
    /// <exception cref="ArgumentException">A label is there twice, or the default array is set, which holds nothing.</exception>
    public ImmutableArray<string> Labels
    {
        get;
        init => field = Ordered(value);
    }

    /// <summary>The label of a text that has one.</summary>
    /// <exception cref="InvalidOperationException">It has several or none: ask for <see cref="Labels"/>.</exception>
    public string Label
    {
        get => Labels.Length == 1
            ? Labels[0]
            : throw new InvalidOperationException($"the text has {LabelList.Shown(Labels)}; {nameof(Label)} is for a text that has one: ask for {nameof(Labels)}");
        init => Labels = [value];
    }

    /// <summary>The text as it was written, before any tokenizer.</summary>
    public string Text { get; init; }

    /// <summary>Label and text, of a text that has one label.</summary>
    /// <param name="label">The label.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="InvalidOperationException">The text has several labels or none.</exception>
    public void Deconstruct(out string label, out string text)
    {
        label = Label;
        text = Text;
    }

    /// <summary>Whether both have the same text and the same labels.</summary>
    /// <param name="other">The other labelled text.</param>
    /// <returns>True if they are equal.</returns>
    public bool Equals(LabeledText? other) =>
        other is not null && Text == other.Text && Labels.AsSpan().SequenceEqual(other.Labels.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => Labels.Aggregate(HashCode.Combine(Text), (hash, label) => HashCode.Combine(hash, label));

    /// <summary>The labels and the text.</summary>
    /// <returns>A line, if the text is one.</returns>
    public override string ToString() => $"{nameof(LabeledText)} {{ {nameof(Labels)} = [{string.Join(", ", Labels)}], {nameof(Text)} = {Text} }}";

    private static ImmutableArray<string> Ordered(ImmutableArray<string> labels)
    {
        if (labels.IsDefault) throw new ArgumentException("the labels are the default array; an empty one was expected for a text without labels", nameof(labels));
        if (labels.Length < 2) return labels;
        ImmutableArray<string> ordered = labels.Sort(StringComparer.Ordinal);
        for (int i = 1; i < ordered.Length; i++)
        {
            if (ordered[i] == ordered[i - 1]) throw new ArgumentException($"the label '{ordered[i]}' is there twice", nameof(labels));
        }

        return ordered;
    }
}

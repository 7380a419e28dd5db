namespace MaxPoolConvNet.Text;

/// <summary>Takes labelled texts in, from wherever they come, and keeps nulls out.</summary>
internal static class LabeledTextList
{
    /// <summary>The texts as a list: themselves if they are one, else read once from first to last.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentException">A labelled text is null, or a label or its text is; the message says which.</exception>
    public static IReadOnlyList<LabeledText> Of(IEnumerable<LabeledText> texts, string name)
    {
        ArgumentNullException.ThrowIfNull(texts, name);
        IReadOnlyList<LabeledText> list = texts as IReadOnlyList<LabeledText> ?? [.. texts];
        for (int t = 0; t < list.Count; t++)
        {
            string? missing = list[t] switch
            {
                null => "is null",
                { Labels: [null] } => "has no label: it is null",
                { Labels: var labels } when labels.Contains(null!) => "has a label that is null",
                { Text: null } => "has a label, but its text is null",
                _ => null,
            };
            if (missing is not null) throw new ArgumentException($"text {t + 1} of {list.Count} {missing}", name);
        }

        return list;
    }
}

namespace MaxPoolConvNet.Text;

/// <summary>Takes labelled texts in, from wherever they come, and keeps out those without a label or a text.</summary>
internal static class LabeledTextList
{
    /// <summary>The texts as a list: themselves if they are one, else read once from first to last.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A labelled text is null, a label is null or blank, or a text is null; the message says which.
    /// </exception>
    public static IReadOnlyList<LabeledText> Of(IEnumerable<LabeledText> texts, string name)
    {
        ArgumentNullException.ThrowIfNull(texts, name);
        IReadOnlyList<LabeledText> list = texts as IReadOnlyList<LabeledText> ?? [.. texts];
        for (int t = 0; t < list.Count; t++)
        {
            if (Fault(list[t]) is { } fault) throw new ArgumentException($"text {t + 1} of {list.Count} {fault}", name);
        }

        return list;
    }

    /// <summary>What is wrong with a labelled text; null where nothing is.</summary>
    private static string? Fault(LabeledText? text)
    {
        if (text is null) return "is null";
        foreach (string? label in text.Labels)
        {
            if (label is null) return text.Labels.Length == 1 ? "has no label: it is null" : "has a label that is null";
            if (string.IsNullOrWhiteSpace(label)) return $"has the label \"{label}\", expected at least one character that isn't white space";
        }

        return text.Text is null ? "has a label, but its text is null" : null;
    }
}

namespace MaxPoolConvNet.Text;

/// <summary>Turns labeled texts from any source into a list, and checks their labels and texts.</summary>
internal static class LabeledTextList
{
    /// <summary>The texts as a list: the same list if they are one, otherwise enumerated once.</summary>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A labeled text is null, a label is null or blank, or a text is null; the message says which.
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

    /// <summary>What is wrong with a labeled text; null if it is valid.</summary>
    private static string? Fault(LabeledText? text)
    {
        if (text is null) return "is null";
        foreach (string? label in text.Labels)
        {
            if (label is null) return text.Labels.Length == 1 ? "has no label: it is null" : "has a label that is null";
            if (string.IsNullOrWhiteSpace(label))
                return $"has the label \"{label}\", expected at least one character that isn't white space";
        }

        return text.Text is null ? "has a label, but its text is null" : null;
    }
}

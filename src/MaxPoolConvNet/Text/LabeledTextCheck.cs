namespace MaxPoolConvNet.Text;

/// <summary>Keeps nulls out where labelled texts come in.</summary>
internal static class LabeledTextCheck
{
    /// <exception cref="ArgumentException">A labelled text is null, or its label or its text is; the message says which.</exception>
    public static void Run(IReadOnlyList<LabeledText> texts, string name)
    {
        for (int t = 0; t < texts.Count; t++)
        {
            string? missing = texts[t] switch
            {
                null => "is null",
                { Label: null } => "has no label: it is null",
                { Text: null } => "has a label, but its text is null",
                _ => null,
            };
            if (missing is not null) throw new ArgumentException($"text {t + 1} of {texts.Count} {missing}", name);
        }
    }
}

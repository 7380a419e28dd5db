namespace MaxPoolConvNet.Text;

/// <summary><c>__label__x text</c>.</summary>
internal sealed class FastTextParser : ILabeledTextParser
{
    public const string Prefix = "__label__";

    private readonly LabelPool _labels = new();

    public LabeledText Parse(LineReader lines)
    {
        ReadOnlySpan<char> line = lines.Line.Trim();
        if (!line.StartsWith(Prefix, StringComparison.Ordinal))
            throw lines.Error($"no label before the text, expected {Prefix} and a label");
        int end = SpaceSeparatedParser.WordEnd(line);
        if (end == Prefix.Length)
            throw lines.Error($"no label after {Prefix}");
        ReadOnlySpan<char> text = line[end..];
        CheckNoFurtherLabel(text, lines);
        return new LabeledText(_labels.Get(line[Prefix.Length..end]), new string(text.TrimStart()));
    }

    /// <summary>fastText takes every word with the prefix for a label, wherever it stands.</summary>
    private static void CheckNoFurtherLabel(ReadOnlySpan<char> text, LineReader lines)
    {
        int from = 0;
        for (int at; (at = text[from..].IndexOf(Prefix, StringComparison.Ordinal)) >= 0; from += at + 1)
        {
            ReadOnlySpan<char> word = text[(from + at)..];
            if (char.IsWhiteSpace(text[from + at - 1]))
                throw lines.Error($"a second label, {word[..SpaceSeparatedParser.WordEnd(word)]}, expected one label a line");
        }
    }
}

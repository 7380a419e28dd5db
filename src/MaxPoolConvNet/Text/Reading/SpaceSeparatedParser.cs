namespace MaxPoolConvNet.Text;

/// <summary><c>label text</c>.</summary>
internal sealed class SpaceSeparatedParser : ILabeledTextParser
{
    private readonly LabelPool _labels = new();

    public LabeledText Parse(LineReader lines)
    {
        ReadOnlySpan<char> line = lines.Line.Trim();
        int end = WordEnd(line);
        if (end == line.Length)
            throw lines.Error($"only the word \"{line}\", expected a label and a text");
        return new LabeledText(_labels.Get(line[..end]), new string(line[end..].TrimStart()));
    }

    /// <summary>The first white space of the line, or its length.</summary>
    public static int WordEnd(ReadOnlySpan<char> line)
    {
        int end = 0;
        while (end < line.Length && !char.IsWhiteSpace(line[end]))
            end++;
        return end;
    }
}

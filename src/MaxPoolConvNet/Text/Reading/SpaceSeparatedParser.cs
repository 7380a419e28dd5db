namespace MaxPoolConvNet.Text;

/// <summary><c>label text</c>.</summary>
/// <param name="guessed">Doubts that the first words are labels; null where the caller says that they are.</param>
internal sealed class SpaceSeparatedParser(GuessedLabels? guessed) : ILabeledTextParser
{
    private readonly LabelPool _labels = new();

    public TextFileForm FormIn(string encoding) => new(LabeledTextFormat.SpaceSeparated, encoding);

    public void Parse(LineReader lines, List<LabeledText> texts)
    {
        ReadOnlySpan<char> line = lines.Line.Trim();
        int end = WordEnd(line);
        if (end == line.Length)
            throw lines.Error($"only the word \"{line}\", expected a label and a text");
        var text = new LabeledText(_labels.Get(line[..end]), new string(line[end..].TrimStart()));
        guessed?.Add(text);
        texts.Add(text);
    }

    public void End(LineReader lines) => guessed?.Check();

    /// <summary>The first white space of the line, or its length.</summary>
    public static int WordEnd(ReadOnlySpan<char> line)
    {
        int end = 0;
        while (end < line.Length && !char.IsWhiteSpace(line[end]))
            end++;
        return end;
    }
}

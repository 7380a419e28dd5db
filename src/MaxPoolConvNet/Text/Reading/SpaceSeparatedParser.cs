namespace MaxPoolConvNet.Text;

/// <summary>Parses lines such as <c>label text</c>.</summary>
/// <param name="guessed">Checks whether the first words look like labels; null to take them as labels unchecked.</param>
internal sealed class SpaceSeparatedParser(GuessedLabels? guessed) : ILabeledTextParser
{
    private readonly LabelPool _labels = new();

    public TextFileForm FormIn(string encoding) => new(LabeledTextFormat.SpaceSeparated, encoding);

    public void Parse(LineReader lines, ParsedTexts texts)
    {
        ReadOnlySpan<char> line = lines.Line.Trim();
        int end = WordEnd(line);
        if (end == line.Length)
            throw lines.Error($"only the word \"{line}\", expected a label and a text");
        var text = new LabeledText(_labels.GetOne(line[..end]), new string(line[end..].TrimStart()));
        guessed?.Add(text);
        texts.Add(text);
    }

    public void End(LineReader lines) => guessed?.Check();

    /// <summary>The position of the first white space, or the length of the line.</summary>
    public static int WordEnd(ReadOnlySpan<char> line)
    {
        int end = 0;
        while (end < line.Length && !char.IsWhiteSpace(line[end]))
            end++;
        return end;
    }
}

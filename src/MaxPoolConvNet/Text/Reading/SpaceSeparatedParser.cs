namespace MaxPoolConvNet.Text;

/// <summary>Parses lines such as <c>label text</c>.</summary>
/// <param name="guessed">Checks whether the labels look like ones; null to take them as labels unchecked.</param>
/// <param name="mark">The mark after each label; null if the first word is the label.</param>
internal sealed class SpaceSeparatedParser(GuessedLabels? guessed, char? mark = null) : ILabeledTextParser
{
    private readonly LabelPool _labels = new();

    public TextFileForm FormIn(string encoding) => new(LabeledTextFormat.SpaceSeparated, encoding) { LabelMark = mark };

    public void Parse(LineReader lines, ParsedTexts texts)
    {
        ReadOnlySpan<char> line = lines.Line.Trim();
        int end = mark is { } after ? LabelMark.Find(after, line) ?? throw Unmarked(lines, after) : WordEnd(line);
        if (end == line.Length)
            throw lines.Error($"only the word \"{line}\", expected a label and a text");
        var text = new LabeledText(
            _labels.GetOne(line[..end].TrimEnd()), new string(line[(mark is null ? end : end + 1)..].TrimStart()));
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

    private static InvalidDataException Unmarked(LineReader lines, char mark) => lines.Error(
        $"no label with {Separators.NameOf(mark)} after it, as in the lines before; "
        + "if their labels are the first words, set LabeledTextFileOptions.Format to SpaceSeparated");
}

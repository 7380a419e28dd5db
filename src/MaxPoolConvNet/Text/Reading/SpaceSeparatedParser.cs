namespace MaxPoolConvNet.Text;

/// <summary>Parses lines such as <c>label text</c>.</summary>
/// <param name="guessed">Checks whether the first words look like labels; null to take them as labels unchecked.</param>
/// <param name="mark">The mark after each label, which isn't part of it; null for none.</param>
internal sealed class SpaceSeparatedParser(GuessedLabels? guessed, char? mark = null) : ILabeledTextParser
{
    private readonly LabelPool _labels = new();

    public TextFileForm FormIn(string encoding) => new(LabeledTextFormat.SpaceSeparated, encoding) { LabelMark = mark };

    public void Parse(LineReader lines, ParsedTexts texts)
    {
        ReadOnlySpan<char> line = lines.Line.Trim();
        int end = WordEnd(line);
        if (end == line.Length)
            throw lines.Error($"only the word \"{line}\", expected a label and a text");
        ReadOnlySpan<char> label = line[..end];
        if (mark is { } after) label = label.Length > 1 && label[^1] == after ? label[..^1] : throw Unmarked(lines, label, after);
        var text = new LabeledText(_labels.GetOne(label), new string(line[end..].TrimStart()));
        guessed?.Add(text);
        texts.Add(text);
    }

    public void End(LineReader lines) => guessed?.Check();

    private static InvalidDataException Unmarked(LineReader lines, ReadOnlySpan<char> label, char mark) => lines.Error(
        $"the label \"{label}\" without {Separators.NameOf(mark)}, which the labels before it have; "
        + "if it is part of those labels, set LabeledTextFileOptions.Format to SpaceSeparated");

    /// <summary>The position of the first white space, or the length of the line.</summary>
    public static int WordEnd(ReadOnlySpan<char> line)
    {
        int end = 0;
        while (end < line.Length && !char.IsWhiteSpace(line[end]))
            end++;
        return end;
    }
}

namespace MaxPoolConvNet.Text;

/// <summary>Parses lines such as <c>label text</c>.</summary>
/// <param name="guessed">Checks whether the first words look like labels; null to take them as labels unchecked.</param>
/// <param name="mark">The mark between label and text, which is part of neither; null for none.</param>
internal sealed class SpaceSeparatedParser(GuessedLabels? guessed, char? mark = null) : ILabeledTextParser
{
    private readonly LabelPool _labels = new();

    public TextFileForm FormIn(string encoding) => new(LabeledTextFormat.SpaceSeparated, encoding) { LabelMark = mark };

    public void Parse(LineReader lines, ParsedTexts texts)
    {
        ReadOnlySpan<char> line = lines.Line.Trim();
        (Range label, Range rest) = Parts(line);
        if (line[rest].IsEmpty)
            throw lines.Error($"only the word \"{line}\", expected a label and a text");
        if (mark is { } after && !LabelMark.IsRemoved(after, line, ref label, ref rest))
        {
            throw lines.Error(
                $"the label \"{line[label]}\" without {Separators.NameOf(after)}, which the labels before it have; "
                + "if it is part of those labels, set LabeledTextFileOptions.Format to SpaceSeparated");
        }

        var text = new LabeledText(_labels.GetOne(line[label]), new string(line[rest]));
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

    /// <summary>The first word of a line, and the rest without white space before it.</summary>
    /// <param name="line">The line, without white space at its ends.</param>
    public static (Range Label, Range Text) Parts(ReadOnlySpan<char> line)
    {
        int end = WordEnd(line);
        return (..end, (line.Length - line[end..].TrimStart().Length)..line.Length);
    }
}

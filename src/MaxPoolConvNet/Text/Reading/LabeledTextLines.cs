namespace MaxPoolConvNet.Text;

/// <summary>Parses the lines of a file from first to last; the caller reads them.</summary>
/// <param name="input">The file.</param>
/// <param name="lines">The reader of its lines, at the line to parse.</param>
/// <param name="options">How to read.</param>
internal sealed class LabeledTextLines(TextSource input, LineReader lines, LabeledTextFileOptions options)
{
    private readonly ParsedTexts _texts = new();
    private ILabeledTextParser? _parser;

    /// <summary>The number of empty texts, which are skipped.</summary>
    public int SkippedCount => _texts.SkippedCount;

    /// <summary>The form of the file.</summary>
    public TextFileForm Form => _parser!.FormIn(input.Encoding);

    /// <summary>Parses the current line.</summary>
    /// <returns>The examples that end on the line; valid until the next call.</returns>
    public ParsedTexts Parse()
    {
        _texts.Clear();
        bool isBlank = lines.Line.IsWhiteSpace() && _parser is not { IsWithinText: true };
        if (isBlank) return _texts;
        _parser ??= FormDetector.Choose(input, options);
        _parser.Parse(lines, _texts);
        return _texts;
    }

    /// <summary>Checks, after the last line, that the file is complete and contains a text.</summary>
    /// <exception cref="InvalidDataException">An example isn't complete, the file contains no text, or the detected labels don't look like
    /// labels.</exception>
    public void End()
    {
        _parser?.End(lines);
        if (!_texts.Any)
        {
            string problem = SkippedCount == 0 ? "no labeled text in the file" : "all texts in the file are empty";
            throw new InvalidDataException($"{input.Name}: {problem}");
        }
    }
}

namespace MaxPoolConvNet.Text;

/// <summary>What the lines of a file hold, from the first to the last, whoever reads them on.</summary>
/// <param name="input">The file.</param>
/// <param name="lines">Its lines; stands on the one to parse.</param>
/// <param name="options">How to read.</param>
internal sealed class LabeledTextLines(TextSource input, LineReader lines, LabeledTextFileOptions options)
{
    private readonly List<LabeledText> _texts = [];
    private ILabeledTextParser? _parser;
    private bool _any;

    /// <summary>How many texts were empty, which are left out.</summary>
    public int SkippedCount { get; private set; }

    /// <summary>The form that was read.</summary>
    public TextFileForm Form => _parser!.FormIn(input.Encoding);

    /// <summary>Parses the current line.</summary>
    /// <returns>The examples that end with it; valid until the next call.</returns>
    public List<LabeledText> Parse()
    {
        _texts.Clear();
        bool isBlank = lines.Line.IsWhiteSpace() && _parser is not { IsWithinText: true };
        if (isBlank) return _texts;
        _parser ??= FormDetector.Choose(input, options);
        _parser.Parse(lines, _texts);
        if (_texts.Count > 0) SkippedCount += _texts.RemoveAll(text => text.Text.Length == 0);
        _any |= _texts.Count > 0;
        return _texts;
    }

    /// <summary>Checks what has come, behind the last line.</summary>
    /// <exception cref="InvalidDataException">An example doesn't end, there is none, or what was taken for labels aren't.</exception>
    public void End()
    {
        _parser?.End(lines);
        if (!_any) throw new InvalidDataException(SkippedCount == 0 ? $"{input.Name}: no labelled text in the file" : $"{input.Name}: all texts in the file are empty");
    }
}

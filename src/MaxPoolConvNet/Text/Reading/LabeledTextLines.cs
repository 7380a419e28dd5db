namespace MaxPoolConvNet.Text;

/// <summary>What the lines of a file hold, from the first to the last, whoever reads them on.</summary>
/// <param name="lines">Stands on the line to parse.</param>
/// <param name="name">What errors call the file, and what the format is detected by.</param>
/// <param name="options">How to read.</param>
internal sealed class LabeledTextLines(LineReader lines, string name, LabeledTextFileOptions options)
{
    private ILabeledTextParser? _parser;
    private bool _any;

    /// <summary>Parses the current line.</summary>
    /// <returns>The example that ends with it, if one does.</returns>
    public LabeledText? Parse()
    {
        bool isBlank = lines.Line.IsWhiteSpace() && _parser is not { IsWithinText: true };
        if (isBlank) return null;
        _parser ??= LabeledTextParsers.Choose(lines, name, options);
        LabeledText? text = _parser.Parse(lines);
        _any |= text is not null;
        return text;
    }

    /// <summary>Checks what has come, behind the last line.</summary>
    /// <exception cref="InvalidDataException">An example doesn't end, there is none, or what was taken for labels aren't.</exception>
    public void End()
    {
        _parser?.End(lines);
        if (!_any) throw new InvalidDataException($"{name}: no labelled text in the file");
    }
}

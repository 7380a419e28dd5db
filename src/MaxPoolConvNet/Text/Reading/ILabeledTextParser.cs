namespace MaxPoolConvNet.Text;

/// <summary>A parser of one format, which is given one line at a time.</summary>
internal interface ILabeledTextParser
{
    /// <summary>Whether an unfinished example continues on the next line, so that blank lines are part of it.</summary>
    bool IsWithinText => false;

    /// <summary>The form of the file; available once the first line has been parsed.</summary>
    TextFileForm FormIn(string encoding);

    /// <summary>Parses the current line.</summary>
    /// <param name="lines">The reader, at the line to parse.</param>
    /// <param name="texts">Receives the examples that end on the line.</param>
    void Parse(LineReader lines, ParsedTexts texts);

    /// <summary>Checks, after the last line, that all examples are complete.</summary>
    void End(LineReader lines)
    {
    }
}

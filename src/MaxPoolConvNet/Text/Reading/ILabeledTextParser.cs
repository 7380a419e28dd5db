namespace MaxPoolConvNet.Text;

/// <summary>One of the formats, which is given line after line.</summary>
internal interface ILabeledTextParser
{
    /// <summary>Whether an example has begun that ends on a later line, so that blank lines belong to it.</summary>
    bool IsWithinText => false;

    /// <summary>The form that is read, once the first line has been parsed.</summary>
    TextFileForm FormIn(string encoding);

    /// <summary>Parses the current line.</summary>
    /// <param name="lines">Stands on the line.</param>
    /// <param name="texts">Takes the examples that end with it.</param>
    void Parse(LineReader lines, List<LabeledText> texts);

    /// <summary>Checks what has come, behind the last line.</summary>
    void End(LineReader lines)
    {
    }
}

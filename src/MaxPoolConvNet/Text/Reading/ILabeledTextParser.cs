namespace MaxPoolConvNet.Text;

/// <summary>One of the formats, which is given line after line.</summary>
internal interface ILabeledTextParser
{
    /// <summary>Whether an example has begun that ends on a later line, so that blank lines belong to it.</summary>
    bool IsWithinText => false;

    /// <summary>Parses the current line.</summary>
    /// <returns>The example that ends with it; null where it goes on, and for a header.</returns>
    LabeledText? Parse(LineReader lines);

    /// <summary>Checks what has come, behind the last line.</summary>
    void End(LineReader lines)
    {
    }
}

namespace MaxPoolConvNet.Text;

/// <summary>One of the formats: what to make of the line that a <see cref="LineReader"/> stands on.</summary>
internal interface ILabeledTextParser
{
    /// <summary>Parses the example that begins on the current line, reading on where it goes over several lines.</summary>
    LabeledText Parse(LineReader lines);
}

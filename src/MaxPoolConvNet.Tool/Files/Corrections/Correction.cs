namespace MaxPoolConvNet.Tool.Files;

/// <summary>A corrected row of the table of suspects.</summary>
/// <param name="Row">The number of the row, from 1, which is the header.</param>
/// <param name="Number">The number of the text in the data, from 1.</param>
/// <param name="Label">The label before the correction.</param>
/// <param name="Corrected">The corrected label.</param>
/// <param name="Text">The text.</param>
internal sealed record Correction(int Row, int Number, string Label, string Corrected, string Text);

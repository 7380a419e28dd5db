namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>The limits of requests.</summary>
/// <param name="TextCharacters">The most characters of a text.</param>
/// <param name="LabelCharacters">The most characters of a new label.</param>
/// <param name="FileBytes">The most bytes of a file.</param>
/// <param name="FileTexts">The most texts of a file.</param>
internal sealed record StatusLimits(int TextCharacters, int LabelCharacters, int FileBytes, int FileTexts);

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>A label that a person gave to a text.</summary>
/// <param name="Text">The text, without white space at its ends.</param>
/// <param name="Label">The label.</param>
/// <param name="Version">A number that rises with each correction of any text. Send it back to change the label.</param>
/// <param name="At">When it was stored.</param>
internal sealed record Correction(string Text, string Label, long Version, DateTimeOffset At);

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>What the model says about one of many texts.</summary>
/// <param name="Number">The number of the text in the request or the file, from 1.</param>
/// <param name="Text">The text.</param>
/// <param name="Label">The most probable label.</param>
/// <param name="Probability">Its probability, from 0 to 1.</param>
/// <param name="Doubt">Why the answer isn't sure; null if it is.</param>
/// <param name="Correction">The label that a person gave to the text; null if there is none.</param>
internal sealed record ShortAnswer(int Number, string Text, string Label, double Probability, string? Doubt, Correction? Correction);

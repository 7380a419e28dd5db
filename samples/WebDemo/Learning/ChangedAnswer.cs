namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>A text for which the new model answers differently, or a new correction.</summary>
/// <param name="Text">The text.</param>
/// <param name="Before">The label that the old model predicts.</param>
/// <param name="After">The label that the new model predicts.</param>
/// <param name="Right">The right label.</param>
/// <param name="IsCorrection">Whether it is a correction since the old model, rather than a held-out text.</param>
internal sealed record ChangedAnswer(string Text, string Before, string After, string Right, bool IsCorrection);

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>A stored correction.</summary>
/// <param name="Correction">The correction. It is on the disk.</param>
/// <param name="IsHeldOut">Whether the text compares models: its label is corrected there, but no model is trained on it.</param>
internal sealed record FeedbackAnswer(Correction Correction, bool IsHeldOut);

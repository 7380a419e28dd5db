namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>The right label of a text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Label">The label.</param>
/// <param name="SeenVersion">The version of the text's correction that the sender saw; 0 or absent if there was none.</param>
/// <param name="IsNewLabel">Whether the label may be one that no text has yet: without it, a mistyped label is refused.</param>
internal sealed record FeedbackRequest(string? Text, string? Label, long SeenVersion = 0, bool IsNewLabel = false);

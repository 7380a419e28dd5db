namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>The right label of a text.</summary>
/// <param name="Text">The text.</param>
/// <param name="Label">One of the model's labels.</param>
/// <param name="SeenVersion">The version of the text's correction that the sender saw; 0 or absent if there was none.</param>
internal sealed record FeedbackRequest(string? Text, string? Label, long SeenVersion = 0);

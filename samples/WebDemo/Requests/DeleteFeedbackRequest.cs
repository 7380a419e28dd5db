namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>A text whose correction is to be deleted.</summary>
/// <param name="Text">The text.</param>
/// <param name="SeenVersion">The version of the text's correction that the sender saw.</param>
internal sealed record DeleteFeedbackRequest(string? Text, long SeenVersion = 0);

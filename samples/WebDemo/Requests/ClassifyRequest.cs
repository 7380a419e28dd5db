namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>A text to classify.</summary>
/// <param name="Text">The text.</param>
internal sealed record ClassifyRequest(string? Text);

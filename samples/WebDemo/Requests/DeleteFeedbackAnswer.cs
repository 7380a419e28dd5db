namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>A text that has no correction.</summary>
/// <param name="DeletedVersion">The version of the deletion, which is on the disk; null if there was no correction.</param>
internal sealed record DeleteFeedbackAnswer(long? DeletedVersion);

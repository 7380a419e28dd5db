namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>What became of a correction.</summary>
/// <param name="Current">The correction of the text that is stored now; null if there is none.</param>
/// <param name="IsConflict">Whether somebody else changed or deleted it since the sender looked; the sender's wasn't stored.</param>
internal sealed record StoredCorrection(Correction? Current, bool IsConflict);

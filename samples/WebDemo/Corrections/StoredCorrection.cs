namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>What became of a correction.</summary>
/// <param name="Current">The correction of the text that is stored now.</param>
/// <param name="IsConflict">Whether another label was stored since the sender looked, so that the sender's wasn't stored.</param>
internal sealed record StoredCorrection(Correction Current, bool IsConflict);

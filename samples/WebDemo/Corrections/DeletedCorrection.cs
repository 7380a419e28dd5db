namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>What became of a deletion.</summary>
/// <param name="Version">The version of the deletion; null if nothing was deleted.</param>
/// <param name="Conflict">The correction that somebody else stored since the sender looked, which stays; null if none.</param>
internal sealed record DeletedCorrection(long? Version, Correction? Conflict);

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>The labels to check.</summary>
/// <param name="IsDone">Whether the search has ended. Ask again until it has.</param>
/// <param name="Suspects">The most suspicious texts that nobody has checked yet, at most 50.</param>
internal sealed record SuspectList(bool IsDone, IReadOnlyList<Suspect> Suspects);

namespace MaxPoolConvNet.Benchmarks.Peers;

/// <summary>What rows are measured with.</summary>
/// <param name="Texts">The texts.</param>
/// <param name="Rounds">Measured rounds.</param>
/// <param name="DataArguments">How the command line named the texts, for a process of its own.</param>
internal sealed record PeerSetting(PeerTexts Texts, int Rounds, IReadOnlyList<string> DataArguments);

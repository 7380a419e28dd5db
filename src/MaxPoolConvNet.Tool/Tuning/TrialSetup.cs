namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>What a trial trains.</summary>
/// <param name="Networks">Networks whose logits are averaged.</param>
/// <param name="Threads">Threads that train them.</param>
/// <param name="Seed">Of everything random.</param>
internal readonly record struct TrialSetup(int Networks, int Threads, ulong Seed);

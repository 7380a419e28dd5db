namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>The setup of a trial's training.</summary>
/// <param name="Networks">The number of networks to train and average.</param>
/// <param name="Threads">The number of threads to train on.</param>
/// <param name="Seed">The seed of the random numbers.</param>
internal readonly record struct TrialSetup(int Networks, int Threads, ulong Seed);

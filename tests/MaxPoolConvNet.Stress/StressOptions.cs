namespace MaxPoolConvNet.Stress;

/// <summary>How long, with how many threads and with which seed.</summary>
/// <param name="Duration">The time per part.</param>
/// <param name="Threads">The number of threads.</param>
/// <param name="Seed">What all choices depend on; the order in which threads meet doesn't.</param>
internal sealed record StressOptions(TimeSpan Duration, int Threads, int Seed);

using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>
/// The options that the library's own rows train with, the same for all sets. This is the one place for them: a row with pretrained word
/// vectors makes its options here too, from the texts to learn from and to test on (whose words are looked up) and the path of the vectors.
/// </summary>
internal static class Configurations
{
    /// <summary>The library's defaults.</summary>
    public static TrainingOptions OneHot(int seed) => new() { Seed = (ulong)seed, Threads = 1 };
}

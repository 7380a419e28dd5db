using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>One training and test, the same for every system.</summary>
/// <param name="Name">Which it is of its set's: "seed 3", "fold 4 of 10".</param>
/// <param name="Split">The texts to learn from and those to test on.</param>
/// <param name="Fingerprint">What <see cref="TextFingerprint"/> makes of the texts.</param>
/// <param name="Seed">The seed of all that is random in a system.</param>
internal sealed record Trial(string Name, TextSplit Split, string Fingerprint, int Seed);

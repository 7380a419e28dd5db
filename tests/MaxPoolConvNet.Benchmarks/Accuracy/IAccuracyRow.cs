using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>A system whose accuracy is measured: a row of the table.</summary>
internal interface IAccuracyRow
{
    /// <summary>What the command line calls it.</summary>
    string Name { get; }

    /// <summary>What the table calls it.</summary>
    string Title { get; }

    /// <summary>
    /// All that the figures depend on beside texts and seed: versions and settings. Where it differs, a figure kept is another system's.
    /// </summary>
    string Configuration { get; }

    /// <summary>Whether nothing is random, so that all seeds give the same labels for the same texts.</summary>
    bool IsDeterministic => false;

    /// <summary>Learns from labeled texts, and tells the labels of others, which come without them so that none can leak.</summary>
    /// <param name="training">Texts with two labels or more in all.</param>
    /// <param name="texts">The texts to tell the labels of.</param>
    /// <param name="seed">The seed of all that is random.</param>
    /// <returns>A label for each of <paramref name="texts"/>, in their order.</returns>
    IReadOnlyList<string> Predict(IReadOnlyList<LabeledText> training, IReadOnlyList<string> texts, int seed);
}

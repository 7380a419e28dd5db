using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Accuracy.Baselines;

/// <summary>
/// Training texts in random order, for systems that learn in the order in which texts come: several sets are sorted by label, on which
/// fastText fails (one split of MR: 56 % in place of 78 %). The library's trainer and NBSVM find an order of their own.
/// </summary>
internal static class RandomOrder
{
    public static IReadOnlyList<LabeledText> Of(IReadOnlyList<LabeledText> texts, int seed)
    {
        LabeledText[] shuffled = [.. texts];
        new Random(seed).Shuffle(shuffled);
        return shuffled;
    }
}

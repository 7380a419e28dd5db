namespace MaxPoolConvNet.Evaluation;

/// <summary>McNemar's exact test: whether two classifiers are equally often right (McNemar 1947, with the binomial distribution).</summary>
internal static class McNemarTest
{
    /// <summary>
    /// P(X ≤ min(b, c)) · 2, at most 1, for X ~ Bin(b + c, ½): the probability of texts as unequally divided if each of those that only
    /// one classifier gets right could be either's.
    /// </summary>
    /// <param name="onlyFirst">b, the number of texts that only the first classifier gets right.</param>
    /// <param name="onlySecond">c, the number of texts that only the second classifier gets right.</param>
    public static double PValue(int onlyFirst, int onlySecond) => onlyFirst + onlySecond == 0
        ? 1
        : Math.Min(1, 2 * BinomialTail.AtMost(Math.Min(onlyFirst, onlySecond), onlyFirst + onlySecond, 0.5));
}

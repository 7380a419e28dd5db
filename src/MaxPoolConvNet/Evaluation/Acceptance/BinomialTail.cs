using MathNet.Numerics;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Computes tails of the binomial distribution.</summary>
internal static class BinomialTail
{
    /// <summary>Computes P(X ≤ <paramref name="count"/>) for X ~ Bin(<paramref name="trials"/>, <paramref name="probability"/>).</summary>
    /// <remarks>I_{1−p}(n − k, k + 1), with the regularized incomplete beta function I (NIST DLMF, equation 8.17.5).</remarks>
    /// <param name="count">k, from 0 to n.</param>
    /// <param name="trials">n, at least 1.</param>
    /// <param name="probability">p, from 0 to 1, both exclusive.</param>
    public static double AtMost(int count, int trials, double probability) => count >= trials
        ? 1
        : SpecialFunctions.BetaRegularized(trials - count, count + 1, 1 - probability);
}

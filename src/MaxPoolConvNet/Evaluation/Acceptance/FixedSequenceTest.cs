using System.Collections.Immutable;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Evaluation;

/// <summary>
/// Finds the smallest threshold whose accepted answers are wrong at most at a given rate, with 95 % confidence: fixed-sequence testing
/// (Angelopoulos, Bates, Candès, Jordan and Lei 2021, Learn then Test, section 2).
/// </summary>
/// <remarks>
/// <para>
/// The null hypothesis of a threshold t is that its risk, P(wrong | probability ≥ t), exceeds the rate α. The threshold comes from a grid
/// that doesn't depend on the texts. Given that it accepts n of them, these are n independent draws from the texts that it accepts, so the
/// number k of wrong ones is Bin(n, risk), and P(Bin(n, α) ≤ k) is a p-value. Only n and k count: the risk may change with the probability
/// in any way, and equal probabilities make no difference.
/// </para>
/// <para>
/// Thresholds are tested from a strict one to looser ones, each at the full level of 5 %, until one can't be rejected. A threshold whose
/// risk is too high is chosen only if the first such threshold of the sequence is rejected, and that has a probability of at most 5 %: no
/// correction for the number of thresholds is needed. Where the start of the sequence, which depends on the probabilities of the texts, is
/// itself beyond a threshold whose risk is too high, this holds by simulation only.
/// </para>
/// <para>
/// The strictest thresholds accept too few texts to reject anything, and one failure ends the sequence. It therefore starts at the first
/// threshold that will be rejected with near certainty if the probabilities are true (<see cref="SafeMargin"/>), or else at the one with
/// the best prospects. If the probabilities say that it will rather not be rejected, it has to be at a tenth of the level: most promises
/// won against the odds would be those that chance has given. This looks at the probabilities of the texts, never at which answers are
/// right. Wrong probabilities make a worse start, which costs coverage, not the promise.
/// </para>
/// </remarks>
internal static class FixedSequenceTest
{
    /// <summary>
    /// The expected margin at which the sequence starts, in standard deviations. 1.64 suffice to reject; the rest is for chance and for
    /// probabilities that are a little too high.
    /// </summary>
    private const double SafeMargin = 4;

    private const double Level = 1 - ErrorPromises.Confidence;

    /// <param name="accepted">The answers accepted by each threshold, from the strictest on.</param>
    /// <param name="rate">α, from 0 to 1, both exclusive.</param>
    /// <returns>The last threshold that was rejected and its answers; null if there is none.</returns>
    public static AcceptedAnswers? Loosest(ImmutableArray<AcceptedAnswers> accepted, double rate)
    {
        AcceptedAnswers? loosest = null;
        int start = Start(accepted, rate);
        double level = start < accepted.Length && IsLikelyRejected(accepted[start], rate) ? Level : Level / 10;
        for (int t = start; t < accepted.Length && PValue(accepted[t].WrongCount, accepted[t], rate) <= level; t++)
            (loosest, level) = (accepted[t], Level);
        return loosest;
    }

    private static double PValue(int wrongCount, AcceptedAnswers answers, double rate) =>
        BinomialTail.AtMost(wrongCount, answers.Count, rate);

    /// <summary>Returns whether the probabilities say that a threshold will rather be rejected than not.</summary>
    /// <remarks>The median of a number of rare events is about their mean plus a third, rounded down.</remarks>
    private static bool IsLikelyRejected(AcceptedAnswers answers, double rate) =>
        PValue((int)(answers.ExpectedWrongCount + (1.0 / 3)), answers, rate) <= Level;

    /// <summary>Returns the index of the first threshold to test; the number of thresholds if none accepts enough texts.</summary>
    private static int Start(ImmutableArray<AcceptedAnswers> accepted, double rate)
    {
        // with fewer, even no wrong answer rejects nothing
        int fewest = (int)Math.Ceiling(Math.Log(Level) / Math.Log(1 - rate));
        int best = accepted.Length;
        double bestMargin = double.NegativeInfinity;
        for (int t = 0; t < accepted.Length; t++)
        {
            if (accepted[t].Count < fewest) continue;
            double margin = accepted[t].ExpectedMargin(rate);
            if (margin >= SafeMargin) return t;
            if (margin > bestMargin) (best, bestMargin) = (t, margin);
        }

        return best;
    }
}

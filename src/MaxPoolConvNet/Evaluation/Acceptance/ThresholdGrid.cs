using System.Collections.Immutable;

namespace MaxPoolConvNet.Evaluation;

/// <summary>The thresholds that are tested, which don't depend on the texts.</summary>
/// <remarks>
/// Their log-odds are equally spaced, which resolves probabilities near 1, of which a sure classifier has many. The largest log-odds are
/// those of the largest probability below 1 in double precision.
/// </remarks>
internal static class ThresholdGrid
{
    private const double Largest = 36;
    private const double Smallest = -12;
    private const double Step = 0.02;
    private const int Steps = (int)((Largest - Smallest) / Step + 0.5);

    /// <summary>The thresholds in descending order; the last one is 0 and accepts everything.</summary>
    public static ImmutableArray<double> Thresholds { get; } =
        [.. Enumerable.Range(0, Steps + 1).Select(step => 1 / (1 + Math.Exp((step * Step) - Largest))), 0];

    /// <summary>Counts the answers at or above each threshold.</summary>
    /// <param name="decisions">The answers.</param>
    /// <param name="floor">The smallest threshold, from 0 to 1.</param>
    /// <returns>The counts, from the strictest threshold on. Of thresholds that accept the same answers, only the smallest.</returns>
    /// <exception cref="ArgumentException">A probability isn't a number from 0 to 1.</exception>
    public static ImmutableArray<AcceptedAnswers> Count(IEnumerable<ScoredDecision> decisions, double floor)
    {
        ScoredDecision[] sorted = [.. decisions];
        double[] keys = new double[sorted.Length];
        for (int d = 0; d < sorted.Length; d++)
        {
            double probability = sorted[d].Probability;
            if (!(probability is >= 0 and <= 1))
            {
                throw new ArgumentException(
                    FormattableString.Invariant($"decision {d} has the probability {probability}; a number from 0 to 1 was expected"),
                    nameof(decisions));
            }

            keys[d] = -probability;
        }

        Array.Sort(keys, sorted);
        var counts = ImmutableArray.CreateBuilder<AcceptedAnswers>();
        AcceptedAnswers accepted = default;
        foreach (double threshold in Thresholds.Where(threshold => threshold > floor).Append(floor))
        {
            int before = accepted.Count;
            accepted = accepted with { MinimumProbability = threshold };
            for (int d = before; d < sorted.Length && sorted[d].Probability >= threshold; d++)
            {
                accepted = new AcceptedAnswers(
                    threshold,
                    d + 1,
                    accepted.WrongCount + (sorted[d].IsRight ? 0 : 1),
                    accepted.ExpectedWrongCount + 1 - sorted[d].Probability);
            }

            if (accepted.Count == before && counts.Count > 0) counts[^1] = accepted;
            else if (accepted.Count > 0) counts.Add(accepted);
        }

        return counts.ToImmutable();
    }
}

using System.Collections.Immutable;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Finds the error rates that a classifier can promise, from its answers to texts that it wasn't trained on.</summary>
internal static class AcceptanceTest
{
    /// <summary>Returns the promises of a classifier whose labels exclude each other.</summary>
    /// <param name="decisions">
    /// One decision per text: the calibrated probability of the predicted label, and whether it is right. Each must come from a network
    /// that wasn't trained on its text.
    /// </param>
    /// <exception cref="ArgumentException">A probability isn't a number from 0 to 1.</exception>
    public static ErrorPromises Of(IReadOnlyCollection<ScoredDecision> decisions) => Of([decisions], floor: 0);

    /// <summary>Returns the promises of a classifier for texts with several labels, label by label.</summary>
    /// <remarks>
    /// A label is accepted only where it is predicted, with a probability of 0.5 or more: decisions below may be left out and are ignored.
    /// Each label's promise is one of its own: that it is wrong at most at that rate where it is accepted.
    /// </remarks>
    /// <param name="decisionsOfLabels">
    /// For each label of the classifier, one decision per text: the calibrated probability that the label applies, and whether it does.
    /// Each must come from a network that wasn't trained on its text. Enumerated once.
    /// </param>
    /// <exception cref="ArgumentException">A probability isn't a number from 0 to 1.</exception>
    public static ErrorPromises OfLabels(IEnumerable<IEnumerable<ScoredDecision>> decisionsOfLabels) =>
        Of(decisionsOfLabels, OutputFunctions.UsualThreshold);

    private static ErrorPromises Of(IEnumerable<IEnumerable<ScoredDecision>> decisionsOfLabels, double floor)
    {
        var counts = new List<ImmutableArray<AcceptedAnswers>>();
        foreach (IEnumerable<ScoredDecision> decisions in decisionsOfLabels)
            counts.Add(ThresholdGrid.Count(decisions, floor));
        int all = counts.Sum(accepted => accepted.IsEmpty ? 0 : accepted[^1].Count);
        var promises = ImmutableArray.CreateBuilder<ErrorPromise>();
        var chosen = new AcceptedAnswers?[counts.Count];
        foreach (double rate in ErrorPromises.Rates)
        {
            for (int label = 0; label < chosen.Length; label++)
                chosen[label] = Looser(chosen[label], FixedSequenceTest.Loosest(counts[label], rate));
            if (Array.TrueForAll(chosen, one => one is null)) continue;
            double accepted = chosen.Sum(one => (double)(one?.Count ?? 0));
            promises.Add(new ErrorPromise(
                rate, [.. chosen.Select(one => one?.MinimumProbability ?? double.PositiveInfinity)], accepted / all));
        }

        return new ErrorPromises(promises.ToImmutable(), all);
    }

    /// <summary>Returns the looser of two thresholds: one that keeps a smaller error rate keeps this one as well.</summary>
    private static AcceptedAnswers? Looser(AcceptedAnswers? ofSmallerRate, AcceptedAnswers? own) =>
        ofSmallerRate?.Count > (own?.Count ?? 0) ? ofSmallerRate : own ?? ofSmallerRate;
}

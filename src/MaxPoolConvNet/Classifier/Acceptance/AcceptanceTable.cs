using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet;

/// <summary>
/// The error rates that a classifier can promise: the fraction of accepted predictions that is wrong, at most. Immutable and thread-safe.
/// </summary>
/// <remarks>See <see cref="ErrorThreshold"/> for what a promise says, and <see cref="TextClassifier.AcceptAt"/> to use one.</remarks>
[DebuggerDisplay("{Thresholds.Length} rates, {DecisionCount} decisions")]
public sealed class AcceptanceTable
{
    private AcceptanceTable(ImmutableArray<ErrorThreshold> thresholds, int decisionCount)
    {
        Thresholds = thresholds;
        DecisionCount = decisionCount;
    }

    /// <summary>The error rates that there can be a promise for, in ascending order: 0.5, 1, 2, 3, 5, 10, 15 and 20 %.</summary>
    public static ImmutableArray<double> Rates => ErrorPromises.Rates;

    /// <summary>
    /// The thresholds, in ascending order of their error rates. Rates that no threshold can promise are missing; the larger the rate, the
    /// more predictions are accepted.
    /// </summary>
    public ImmutableArray<ErrorThreshold> Thresholds { get; }

    /// <summary>The probability with which each promise holds: 0.95. A promise is for one rate, chosen beforehand.</summary>
    public double Confidence { get; } = ErrorPromises.Confidence;

    /// <summary>The number of decisions that the promises rest on. See <see cref="ErrorThreshold.DecisionCount"/>.</summary>
    public int DecisionCount { get; }

    /// <summary>Formats the thresholds.</summary>
    /// <returns>One line per rate, in the invariant culture.</returns>
    public override string ToString() => Thresholds.IsEmpty
        ? string.Create(CultureInfo.InvariantCulture, $"no error rate can be promised from {DecisionCount} decisions")
        : string.Join(Environment.NewLine, Thresholds);

    internal static AcceptanceTable? Of(TrainedModel model) => model.Acceptance is { } promises
        ? new AcceptanceTable(
            [.. promises.Promises.Select(one => new ErrorThreshold(one, model, promises.DecisionCount))], promises.DecisionCount)
        : null;

    /// <summary>Returns the threshold of a rate; null if no threshold can promise it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rate isn't one of <see cref="Rates"/>.</exception>
    internal ErrorThreshold? At(double maximumErrorRate)
    {
        double rate = Rate(maximumErrorRate);
        return Thresholds.FirstOrDefault(threshold => threshold.MaximumErrorRate == rate);
    }

    /// <summary>Returns the rate of the table that a number is, up to rounding.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It isn't one of <see cref="Rates"/>.</exception>
    internal static double Rate(double maximumErrorRate)
    {
        foreach (double rate in Rates)
        {
            if (Math.Abs(rate - maximumErrorRate) < 1e-12) return rate;
        }

        throw new ArgumentOutOfRangeException(
            nameof(maximumErrorRate),
            maximumErrorRate,
            FormattableString.Invariant(
                $"the maximum error rate is {maximumErrorRate}; one of {string.Join(", ", Rates.Select(Shown))} was expected"));
    }

    private static string Shown(double rate) => rate.ToString(CultureInfo.InvariantCulture);
}

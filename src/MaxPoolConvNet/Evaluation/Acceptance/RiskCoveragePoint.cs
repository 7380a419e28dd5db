namespace MaxPoolConvNet.Evaluation;

/// <summary>
/// A point of a risk–coverage curve: how often predictions from a probability on are wrong, and how many there are. Immutable and
/// thread-safe.
/// </summary>
public sealed class RiskCoveragePoint
{
    internal RiskCoveragePoint(double minimumProbability, double coverage, double errorRate)
    {
        MinimumProbability = minimumProbability;
        Coverage = coverage;
        ErrorRate = errorRate;
    }

    /// <summary>The least probability of the accepted predictions, from 0 to 1.</summary>
    public double MinimumProbability { get; }

    /// <summary>The fraction of the predictions that are accepted, above 0 and up to 1.</summary>
    public double Coverage { get; }

    /// <summary>The fraction of the accepted predictions that are wrong, from 0 to 1.</summary>
    public double ErrorRate { get; }

    /// <summary>Formats the figures.</summary>
    /// <returns>One line, in the invariant culture.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"from {MinimumProbability:F4}: coverage {Coverage:F4}, error rate {ErrorRate:F4}");
}

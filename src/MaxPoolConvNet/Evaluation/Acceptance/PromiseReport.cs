namespace MaxPoolConvNet.Evaluation;

/// <summary>How a promise of <see cref="TextClassifier.Acceptance"/> was kept on the evaluated texts. Immutable and thread-safe.</summary>
public sealed class PromiseReport
{
    internal PromiseReport(double maximumErrorRate, int predictionCount, int acceptedCount, int wrongCount)
    {
        MaximumErrorRate = maximumErrorRate;
        AcceptedCount = acceptedCount;
        WrongCount = wrongCount;
        Coverage = predictionCount == 0 ? 0 : (double)acceptedCount / predictionCount;
        ErrorRate = acceptedCount == 0 ? null : (double)wrongCount / acceptedCount;
    }

    /// <summary>The promised error rate, from 0 to 1.</summary>
    public double MaximumErrorRate { get; }

    /// <summary>The number of accepted predictions: of texts or, with several labels per text, of labels.</summary>
    public int AcceptedCount { get; }

    /// <summary>The number of accepted predictions that are wrong.</summary>
    public int WrongCount { get; }

    /// <summary>The fraction of the predictions that are accepted, from 0 to 1.</summary>
    public double Coverage { get; }

    /// <summary>
    /// The fraction of the accepted predictions that are wrong, from 0 to 1; <see langword="null"/> if none is accepted. On few texts it
    /// can exceed <see cref="MaximumErrorRate"/> by chance though the promise holds.
    /// </summary>
    public double? ErrorRate { get; }

    /// <summary>Formats the figures.</summary>
    /// <returns>One line, in the invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"at most {100 * MaximumErrorRate:0.#} % wrong: accepted {AcceptedCount}, coverage {Coverage:F4}, wrong {WrongCount}")
        + (ErrorRate is { } rate ? FormattableString.Invariant($", error rate {rate:F4}") : "");
}

namespace MaxPoolConvNet.Evaluation;

/// <summary>
/// The predictions of nearly one probability, for a reliability diagram: how probable they were said to be, and how often they were right. Where
/// a text may have several labels, what is counted is a decision for each text and label: that the label applies, or that it doesn't. Immutable
/// and thread-safe.
/// </summary>
public sealed class CalibrationBin
{
    internal CalibrationBin(double lower, double upper, int textCount, double? meanProbability, double? accuracy)
    {
        Lower = lower;
        Upper = upper;
        TextCount = textCount;
        MeanProbability = meanProbability;
        Accuracy = accuracy;
    }

    /// <summary>Probabilities of the bin are above this, from 0. The first bin has those that are 0 too.</summary>
    public double Lower { get; }

    /// <summary>They are at most this, up to 1.</summary>
    public double Upper { get; }

    /// <summary>The number of texts, or decisions, whose prediction has such a probability.</summary>
    public int TextCount { get; }

    /// <summary>The mean of their probabilities, from 0 to 1; <see langword="null"/> for an empty bin.</summary>
    public double? MeanProbability { get; }

    /// <summary>The fraction of them that was right, from 0 to 1; <see langword="null"/> for an empty bin.</summary>
    public double? Accuracy { get; }

    /// <summary>The range and the figures.</summary>
    /// <returns>One line, invariant culture.</returns>
    public override string ToString() => TextCount == 0
        ? FormattableString.Invariant($"{Lower:F4} to {Upper:F4}: empty")
        : FormattableString.Invariant($"{Lower:F4} to {Upper:F4}: count {TextCount}, mean probability {MeanProbability:F4}, accuracy {Accuracy:F4}");
}

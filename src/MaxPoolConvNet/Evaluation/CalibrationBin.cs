namespace MaxPoolConvNet.Evaluation;

/// <summary>
/// One bin of a reliability diagram: the predictions with similar probabilities, and how often they are right. Immutable and thread-safe.
/// </summary>
/// <remarks>
/// If a text can have several labels, the bin counts decisions: one per text and label, that the label applies or that it doesn't.
/// </remarks>
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

    /// <summary>The exclusive lower bound of the probabilities, from 0. The first bin also includes 0.</summary>
    public double Lower { get; }

    /// <summary>The inclusive upper bound of the probabilities, up to 1.</summary>
    public double Upper { get; }

    /// <summary>The number of texts, or decisions, in the bin.</summary>
    public int TextCount { get; }

    /// <summary>The mean of the predicted probabilities, from 0 to 1; <see langword="null"/> for an empty bin.</summary>
    public double? MeanProbability { get; }

    /// <summary>The fraction of the predictions that are right, from 0 to 1; <see langword="null"/> for an empty bin.</summary>
    public double? Accuracy { get; }

    /// <summary>Formats the range and the figures.</summary>
    /// <returns>One line, in the invariant culture.</returns>
    public override string ToString() => TextCount == 0
        ? FormattableString.Invariant($"{Lower:F4} to {Upper:F4}: empty")
        : FormattableString.Invariant(
            $"{Lower:F4} to {Upper:F4}: count {TextCount}, mean probability {MeanProbability:F4}, accuracy {Accuracy:F4}");
}

using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet;

/// <summary>Fits the slope and the offset of one label, independent of the others, by penalized maximum likelihood.</summary>
/// <remarks>
/// Maximizes Σ_i w_i·(y_i·log σ(a·z_i + b) + (1 − y_i)·log σ(−a·z_i − b)) − (a − a₀)²/2σ_a² − b²/2σ_b², where a₀ is the slope common to all
/// labels, σ_a = 0.25 and σ_b = 1, by Newton's method. The objective is concave.
/// </remarks>
internal static class LabelFit
{
    /// <summary>The number of texts with a label, and of texts without it, below which it has the common slope.</summary>
    private const int FewestOfAKind = 20;

    private const double SlopeVariance = 0.25 * 0.25;
    private const double OffsetVariance = 1;
    private const int MostSteps = 50;
    private const double Enough = 1e-10;

    /// <param name="scores">The logits and targets.</param>
    /// <param name="label">The label.</param>
    /// <param name="common">The slope common to all labels.</param>
    /// <param name="weight">The weight of a text that has the label.</param>
    public static (double Slope, double Offset) Of(FoldScores scores, int label, double common, double weight)
    {
        int with = Enumerable.Range(0, scores.Count).Count(t => scores.Target(t).Contains(label));
        if (with == 0 || with == scores.Count) return (common, 0);
        bool own = Math.Min(with, scores.Count - with) >= FewestOfAKind;
        (double slope, double offset) = (common, 0);
        for (int step = 0; step < MostSteps; step++)
        {
            (double ofSlope, double ofOffset) = Step(scores, label, common, weight, slope, offset, own);

            // a slope never becomes negative, or the label would be predicted for the texts least like its own
            double next = Math.Max(slope + ofSlope, slope / 2);
            offset += ofOffset;
            bool done = Math.Abs(next - slope) + Math.Abs(ofOffset) < Enough;
            slope = next;
            if (done) break;
        }

        return (slope, offset);
    }

    /// <summary>Newton's step −H⁻¹·g, with the slope held where it isn't the label's own.</summary>
    private static (double Slope, double Offset) Step(
        FoldScores scores, int label, double common, double weight, double slope, double offset, bool own)
    {
        (double gradientA, double gradientB) = ((common - slope) / SlopeVariance, -offset / OffsetVariance);
        (double aa, double ab, double bb) = (1 / SlopeVariance, 0, 1 / OffsetVariance);
        for (int t = 0; t < scores.Count; t++)
        {
            double z = scores.Logits(t)[label];
            int y = scores.Target(t).Contains(label) ? 1 : 0;
            double w = y == 1 ? weight : 1;
            double shifted = (slope * z) + offset;
            double error = w * LogisticFunction.Error(shifted, y);
            double curvature = w * LogisticFunction.Probability(shifted) * LogisticFunction.Probability(-shifted);
            gradientA += error * z;
            gradientB += error;
            aa += curvature * z * z;
            ab += curvature * z;
            bb += curvature;
        }

        if (!own) return (0, gradientB / bb);
        double determinant = (aa * bb) - (ab * ab);
        return (((bb * gradientA) - (ab * gradientB)) / determinant, ((aa * gradientB) - (ab * gradientA)) / determinant);
    }
}

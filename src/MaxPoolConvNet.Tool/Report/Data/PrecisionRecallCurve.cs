using System.Collections.Immutable;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>The precision–recall curve of a label.</summary>
/// <param name="Label">The label.</param>
/// <param name="Support">The number of texts with the label.</param>
/// <param name="Points">One point per probability that occurs, as a threshold, the highest first.</param>
internal sealed record PrecisionRecallCurve(string Label, int Support, ImmutableArray<PrecisionRecallPoint> Points)
{
    /// <summary>Σ (R_n − R_{n−1})·P_n over the points, with R_0 = 0; from 0 to 1.</summary>
    public double AveragePrecision
    {
        get
        {
            double sum = 0, recall = 0;
            foreach (PrecisionRecallPoint point in Points)
            {
                sum += (point.Recall - recall) * point.Precision;
                recall = point.Recall;
            }

            return sum;
        }
    }

    /// <param name="label">The label.</param>
    /// <param name="scores">For each text, the probability of the label and whether the text has it; at least one text has it.</param>
    public static PrecisionRecallCurve Of(string label, IReadOnlyList<(double Probability, bool Applies)> scores)
    {
        int support = scores.Count(score => score.Applies);
        ImmutableArray<PrecisionRecallPoint>.Builder points = ImmutableArray.CreateBuilder<PrecisionRecallPoint>();
        int given = 0, right = 0;
        foreach (var equal in scores.GroupBy(score => score.Probability).OrderByDescending(equal => equal.Key))
        {
            given += equal.Count();
            right += equal.Count(score => score.Applies);
            points.Add(new PrecisionRecallPoint(equal.Key, (double)right / support, (double)right / given));
        }

        return new PrecisionRecallCurve(label, support, points.ToImmutable());
    }
}

using CsCheck;
using MaxPoolConvNet.Tool.Report.Data;

namespace MaxPoolConvNet.Tool.Tests;

public class PrecisionRecallCurveTests
{
    // few probabilities, so that many are equal
    private static readonly Gen<(double Probability, bool Applies)[]> _scores =
        Gen.Select(Gen.Int[0, 12].Select(tenth => tenth / 12.0), Gen.Bool).Array[1, 40].Where(scores => scores.Any(score => score.Item2));

    [Fact]
    public void Points_AreThoseOfCountingForEachThreshold() => _scores.Sample(scores =>
    {
        PrecisionRecallCurve curve = PrecisionRecallCurve.Of("a", scores);

        Assert.Equal(scores.Select(score => score.Probability).Distinct().OrderDescending(), curve.Points.Select(point => point.Threshold));
        foreach (PrecisionRecallPoint point in curve.Points)
        {
            double given = scores.Count(score => score.Probability >= point.Threshold);
            double right = scores.Count(score => score.Applies && score.Probability >= point.Threshold);
            Assert.Equal((right / given, right / scores.Count(score => score.Applies)), (point.Precision, point.Recall));
        }
    });

    [Fact]
    public void TheAveragePrecision_IsTheMeanOfThePrecisionsAtEachTextWithTheLabel() => _scores.Sample(scores =>
    {
        double expected = scores.Where(score => score.Applies)
            .Average(one => scores.Count(score => score.Applies && score.Probability >= one.Probability) / (double)scores.Count(score => score.Probability >= one.Probability));

        Assert.Equal(expected, PrecisionRecallCurve.Of("a", scores).AveragePrecision, 1e-12);
    });

    [Fact]
    public void APerfectRanking_HasAnAveragePrecisionOf1() =>
        Assert.Equal(1, PrecisionRecallCurve.Of("a", [(0.9, true), (0.8, true), (0.3, false)]).AveragePrecision);
}

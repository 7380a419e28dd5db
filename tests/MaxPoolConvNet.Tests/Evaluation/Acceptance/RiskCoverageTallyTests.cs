using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class RiskCoverageTallyTests
{
    [Fact]
    public void Curve_AcceptsTheMostProbableFirst()
    {
        (var points, double? area) = Tally((0.6, false), (0.9, true), (0.7, true), (0.8, false)).ToCurve();

        Assert.Equal([(0.9, 0.25, 0), (0.8, 0.5, 0.5), (0.7, 0.75, 1.0 / 3), (0.6, 1, 0.5)], points.Select(point => (point.MinimumProbability, point.Coverage, point.ErrorRate)));
        Assert.Equal((0 + 0.5 + (1.0 / 3) + 0.5) / 4, area!.Value, 1e-12);
    }

    // of three equal ones, the wrong one is first, second or third with the same probability
    [Fact]
    public void EqualProbabilities_AreOnePoint()
    {
        (var points, double? area) = Tally((0.5, false), (0.5, true), (0.5, true)).ToCurve();

        Assert.Equal((0.5, 1, 1.0 / 3), (points.Single().MinimumProbability, points[0].Coverage, points[0].ErrorRate));
        Assert.Equal(1.0 / 3, area!.Value, 1e-12);
    }

    [Fact]
    public void ManyPredictions_HaveFewPoints()
    {
        (var points, _) = Tally([.. Enumerable.Range(0, 12_345).Select(p => (p / 12_345.0, p % 3 != 0))]).ToCurve();

        Assert.InRange(points.Length, 49, 51);
        Assert.Equal(1, points[^1].Coverage);
        Assert.Equal(1.0 / 3, points[^1].ErrorRate, 1e-4);
    }

    [Fact]
    public void WithoutPredictions_ThereIsNoCurve()
    {
        (var points, double? area) = Tally().ToCurve();

        Assert.Empty(points);
        Assert.Null(area);
    }

    [Fact]
    public void Promises_CountWhatTheyAccept()
    {
        var tally = new RiskCoverageTally(new ErrorPromises([new ErrorPromise(0.05, [0.99, double.PositiveInfinity], 0.1), new ErrorPromise(0.1, [0.7, 0.8], 0.5)], 100));
        foreach ((int label, double probability, bool right) in new[] { (0, 0.7, false), (0, 0.69, false), (1, 0.8, true), (1, 0.79, true) })
            tally.Add(label, probability, right);

        Assert.Equal(
            [(0.05, 0, 0, 0, null), (0.1, 2, 1, 0.5, (double?)0.5)],
            tally.ToPromises().Select(one => (one.MaximumErrorRate, one.AcceptedCount, one.WrongCount, one.Coverage, one.ErrorRate)));
    }

    private static RiskCoverageTally Tally(params (double Probability, bool Right)[] predictions)
    {
        var tally = new RiskCoverageTally(null);
        foreach ((double probability, bool right) in predictions)
            tally.Add(0, probability, right);
        return tally;
    }
}

using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tests.Evaluation.LearningCurves;

/// <summary>Reports of given accuracies.</summary>
public class LearningCurveReportTests
{
    private static readonly int[] _sizes = [1_000, 2_000, 4_000];

    // two folds: Student's t has one degree of freedom, and its 97.5 % quantile is 12.706
    [Fact]
    public void APoint_IsTheMeanOfTheFolds()
    {
        var report = new LearningCurveReport(2_000, [[(1_000, 0.80)], [(1_003, 0.81)]]);

        LearningCurvePoint point = Assert.Single(report.Points);
        Assert.Equal((1_002, 0.805), (point.TextCount, Math.Round(point.Accuracy, 12)));
        Assert.Equal(0.805 - (12.7062047 * 0.005), point.Lower, 1e-6);
        Assert.Equal(0.805 + (12.7062047 * 0.005), point.Upper, 1e-6);
        Assert.Null(report.Forecast(4_000));
        Assert.Equal(
            string.Join(Environment.NewLine, "texts  accuracy     95 % interval  ", "1,002    0.8050  0.7415 to 0.8685  "), report.ToString());
    }

    // an error of 10 / √n in all folds
    [Fact]
    public void TheForecast_IsThatOfTheLaw()
    {
        (int, double)[] fold = [.. _sizes.Select(texts => (texts, 1 - (10 / Math.Sqrt(texts))))];
        var report = new LearningCurveReport(5_000, [fold, fold, fold]);

        LearningCurvePoint twice = report.Forecast(10_000)!;
        Assert.Equal((0.9, 0.9, 0.9), (Math.Round(twice.Accuracy, 6), Math.Round(twice.Lower, 6), Math.Round(twice.Upper, 6)));
        Assert.Equal(
            ["5,000     0.8586  0.8586 to 0.8586  forecast", "10,000    0.9000  0.9000 to 0.9000  forecast"],
            report.ToString().Split(Environment.NewLine)[^2..]);
    }

    // half of the folds say 0.8 at all sizes, half 0.9: resamples of eight folds seldom leave that range, and the interval ends at quantiles
    [Fact]
    public void TheInterval_IsThatOfResampledFolds()
    {
        (int, double)[][] folds = [.. Enumerable.Range(0, 8).Select(f => _sizes.Select(texts => (texts, f % 2 == 0 ? 0.8 : 0.9)).ToArray())];
        LearningCurvePoint point = new LearningCurveReport(4_000, folds).Forecast(4_000)!;

        // of eight draws, 0.4 % have none of a kind and 3.5 % at most one
        Assert.Equal((0.85, 0.8125, 0.8875), (Math.Round(point.Accuracy, 9), Math.Round(point.Lower, 9), Math.Round(point.Upper, 9)));
    }

    [Fact]
    public void LessThanOneText_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningCurveReport(400, [[(1, 0.5)], [(1, 0.5)]]).Forecast(0));
}

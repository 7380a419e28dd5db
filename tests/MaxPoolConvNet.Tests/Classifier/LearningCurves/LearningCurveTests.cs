using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Classifier.LearningCurves;

public class LearningCurveTests
{
    // each of 100 words tells, so that few texts don't have them all
    private static readonly LearningCurveReport _report = LearningCurve.Run(
        Enumerable.Range(0, 400).Select(t => new LabeledText(t % 2 == 0 ? "even" : "odd", $"a word{(t * 7) % 100} more")),
        folds: 4,
        TrainingCalls.Small with { Epochs = 10 },
        cancellationToken: TestContext.Current.CancellationToken);

    [Fact]
    public void Sizes_AreHalvedDownToTwentyTexts() =>
        Assert.Equal([36, 74, 150, 300], _report.Points.Select(point => point.TextCount));

    [Fact]
    public void TheLargestPoint_IsCrossValidation()
    {
        LabeledText[] texts = [.. ToyTexts.Separable(100), .. ToyTexts.Noise(100)];
        TrainingOptions options = TrainingCalls.Small with { Calibration = Calibration.None };
        CrossValidationReport folds = CrossValidation.Run(texts, 4, options, cancellationToken: TestContext.Current.CancellationToken);
        LearningCurveReport curve = LearningCurve.Run(texts, 4, options, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(folds.Folds.Average(fold => fold.Evaluation.Accuracy), curve.Points[^1].Accuracy, 1e-12);
    }

    [Fact]
    public void Accuracy_GrowsWithTheTexts()
    {
        Assert.True(_report.Points[0].Accuracy < _report.Points[^1].Accuracy);
        Assert.All(_report.Points, point => Assert.InRange(point.Accuracy, point.Lower, point.Upper));
        LearningCurvePoint twice = _report.Forecast(800)!;
        Assert.InRange(twice.Accuracy, _report.Forecast(400)!.Accuracy, 1);
        Assert.InRange(twice.Accuracy, twice.Lower, twice.Upper);
    }

    [Fact]
    public void TwoSizes_AreTooFewForAForecast()
    {
        LearningCurveReport report = LearningCurve.Run(
            ToyTexts.Separable(60), folds: 4, TrainingCalls.Small with { Epochs = 1 }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(2, report.Points.Length);
        Assert.Null(report.Forecast(100));
        Assert.DoesNotContain("forecast", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Intervals_AreStudents()
    {
        var report = new LearningCurveReport(10, [[(5, 0.7)], [(5, 0.8)], [(5, 0.9)]]);

        // mean ± 4.3027 · 0.1 / √3
        Assert.Equal(0.8, report.Points[0].Accuracy, 1e-12);
        Assert.Equal(0.8 - 0.24841, report.Points[0].Lower, 1e-5);
        Assert.Equal(1, report.Points[0].Upper);
    }

    [Fact]
    public void ToString_IsATable()
    {
        string[] lines = _report.ToString().Split(Environment.NewLine);

        Assert.Equal(["texts", "accuracy", "95", "%", "interval"], lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(["36", "74", "150", "300", "400", "800"], lines[1..].Select(line => line.Split(' ')[0]));
        Assert.All(lines[^2..], line => Assert.EndsWith("forecast", line, StringComparison.Ordinal));
    }

    [Fact]
    public void BadInput_IsNamed()
    {
        Assert.Contains(
            "the 24 texts leave 18 to train on in each of 4 folds; at least 20 were expected",
            Assert.Throws<ArgumentException>(() => LearningCurve.Run(ToyTexts.Separable(24), 4)).Message,
            StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => LearningCurve.Run(ToyTexts.Separable(60), 1));
        Assert.Throws<ArgumentNullException>(() => LearningCurve.Run(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => _report.Forecast(0));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => LearningCurve.Run(ToyTexts.Separable(60), cancellationToken: cancelled.Token));
    }
}

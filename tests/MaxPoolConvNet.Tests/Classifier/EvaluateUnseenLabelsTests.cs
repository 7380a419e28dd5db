using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>Labels of texts to test on that training didn't have.</summary>
public class EvaluateUnseenLabelsTests
{
    private static readonly TextClassifier _classifier = SmallClassifier.ByHand;

    private static readonly LabeledText[] _known = [new("positive", "good"), new("negative", "bad"), new("positive", "bad")];

    private static readonly LabeledText[] _texts = [.. _known, new("odd", "good"), new("even", "bad"), new("odd", "")];

    [Fact]
    public void TheirTextsCountAsWrong()
    {
        EvaluationReport report = _classifier.Evaluate(_texts);

        Assert.Equal((6, 2, 3), (report.TextCount, report.CorrectCount, report.UnseenTextCount));
        Assert.Equal(2.0 / 6, report.Accuracy);
        Assert.Equal((report.Accuracy, report.Accuracy, report.Accuracy), report.MicroAverage.Figures(), new Within(1e-15));
    }

    [Fact]
    public void TheyAreNamedAfterTheClassifiersLabels()
    {
        EvaluationReport report = _classifier.Evaluate(_texts);

        Assert.Equal(["even", "odd"], report.UnseenLabels);
        Assert.Equal(["negative", "positive", "even", "odd"], report.Classes.Select(one => one.Label));
        Assert.Equal(["negative", "positive", "even", "odd"], report.Confusion!.Labels);
        Assert.Equal(("odd", 0, 0, 0, 2), report["odd"].Figures());
        Assert.Equal(report.Classes.Average(one => one.F1), report.MacroAverage.F1, 1e-15);
        Assert.Equal((1, 0), (report.Confusion[3, 1], report.Confusion[3, 3]));
    }

    [Fact]
    public void LossAndRankingAreThoseOfTheOtherTexts()
    {
        EvaluationReport known = _classifier.Evaluate(_known);
        EvaluationReport report = _classifier.Evaluate(_texts);

        Assert.Equal((known.Loss, known.AreaUnderRocCurve), (report.Loss, report.AreaUnderRocCurve));
        Assert.Equal(6, report.Calibration.Sum(bin => bin.TextCount));
    }

    [Fact]
    public void AFileOfNoneButThemHasFigures()
    {
        EvaluationReport report = _classifier.Evaluate([new("odd", "good")]);

        Assert.Equal((0, 0), (report.Accuracy, report.MacroAverage.F1));
        Assert.True(double.IsNaN(report.Loss));
        Assert.Null(report.AreaUnderRocCurve);
    }

    [Fact]
    public void ToStringNamesThemInItsLastLine()
    {
        Assert.EndsWith(
            $"{Environment.NewLine}3 texts counted as wrong, with 2 labels ('even', 'odd'), which training didn't have",
            _classifier.Evaluate(_texts).ToString(),
            StringComparison.Ordinal);
        Assert.DoesNotContain("training didn't have", _classifier.Evaluate(_known).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OfSeveralLabelsATextTheKnownOnesAreCountedToo()
    {
        var several = TextClassifier.Train(
            [.. Enumerable.Range(0, 20).Select(t => t % 2 == 0 ? new LabeledText(["a", "b"], "good") : new LabeledText(["b"], "bad"))],
            TrainingCalls.Small with { Epochs = 30 },
            cancellationToken: TestContext.Current.CancellationToken);

        EvaluationReport report = several.Evaluate([new LabeledText(["a", "b"], "good"), new LabeledText(["b", "odd"], "bad"), new LabeledText(["odd"], "bad")]);

        Assert.Equal((3, 1, 2), (report.TextCount, report.CorrectCount, report.UnseenTextCount));
        Assert.Equal(["odd"], report.UnseenLabels);
        Assert.Equal(2, report["b"].Support);
        Assert.Equal(("odd", 0, 0, 0, 2), report["odd"].Figures());
        Assert.Equal(6, report.Calibration.Sum(bin => bin.TextCount)); // decisions on a and b, of which there is a probability
        Assert.Null(report.Confusion);
        Assert.True(double.IsFinite(report.Loss));
    }

    private sealed class Within(double tolerance) : IEqualityComparer<(double, double, double)>
    {
        public bool Equals((double, double, double) one, (double, double, double) other) =>
            Math.Abs(one.Item1 - other.Item1) <= tolerance && Math.Abs(one.Item2 - other.Item2) <= tolerance && Math.Abs(one.Item3 - other.Item3) <= tolerance;

        public int GetHashCode((double, double, double) figures) => 0;
    }
}

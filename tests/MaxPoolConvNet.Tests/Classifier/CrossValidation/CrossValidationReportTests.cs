using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class CrossValidationReportTests
{
    [Fact]
    public void MeanAndStandardDeviationAreThoseOfASample()
    {
        // accuracies 0.5, 0.75 and 1: mean 0.75, deviations −0.25, 0 and 0.25, variance 0.125 / 2
        var report = new CrossValidationReport([Fold(hits: 2, of: 4, seconds: 1), Fold(hits: 3, of: 4, seconds: 2), Fold(hits: 4, of: 4, seconds: 4)]);

        Assert.Equal(0.75, report.Accuracy, 1e-15);
        Assert.Equal(0.25, report.AccuracyStandardDeviation, 1e-15);
        Assert.Equal(TimeSpan.FromSeconds(7), report.TrainingTime);
        Assert.Equal(3000, report.TrainedWordCount);
        Assert.Equal((12, 9), (report.Confusion!.TextCount, report.Confusion!.CorrectCount));
    }

    [Fact]
    public void EqualFoldsHaveNoDeviation() =>
        Assert.Equal(0, new CrossValidationReport([Fold(1, 2, 1), Fold(2, 4, 1)]).AccuracyStandardDeviation);

    [Fact]
    public void MacroF1IsTheMeanOfTheFolds()
    {
        // "positive" alone is predicted: F1 of 2·2/(4 + 2) and 1 for it, and 0 for "negative"
        var report = new CrossValidationReport([Fold(hits: 2, of: 4, seconds: 1), Fold(hits: 4, of: 4, seconds: 1)]);

        Assert.Equal((4.0 / 6 / 2 + 1.0 / 2) / 2, report.MacroF1, 1e-15);
    }

    private static FoldReport Fold(int hits, int of, int seconds)
    {
        IEnumerable<LabeledText> texts = Enumerable.Range(0, of).Select(t => new LabeledText(t < hits ? "positive" : "negative", "good"));
        return new FoldReport(SmallClassifier.ByHand.Evaluate([.. texts]), TimeSpan.FromSeconds(seconds), 1000, new TrainingOptions());
    }
}

using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class CrossValidationTests
{
    private static readonly LabeledText[] _texts = [.. ToyTexts.Noise(30), new("positive", "one more")];
    private static readonly TrainingOptions _options = TrainingCalls.Small with { Epochs = 2 };

    [Fact]
    public void EveryTextIsTestedOnce()
    {
        CrossValidationReport report = Run(_options, 4);

        Assert.Equal(4, report.Folds.Length);
        Assert.All(report.Folds, fold => Assert.InRange(fold.Evaluation.Confusion!.TextCount, 7, 8));
        Assert.Equal(_texts.Length, report.Confusion!.TextCount);
        foreach (string label in new[] { "negative", "positive" })
        {
            int row = report.Confusion!.Labels.IndexOf(label);
            Assert.Equal(_texts.Count(text => text.Label == label), report.Confusion![row, 0] + report.Confusion![row, 1]);
        }
    }

    [Fact]
    public void AFoldIsWhatTrainingOnTheOtherFoldsGives()
    {
        CrossValidationReport report = Run(_options with { Seed = 9 }, 3);

        IReadOnlyList<TextSplit> splits = StratifiedSplit.Folds(_texts, 3, seed: 9);
        for (int fold = 0; fold < 3; fold++)
        {
            TrainingResult result = TrainingCalls.Train(splits[fold].Training, _options with { Seed = 9 });
            EvaluationReport evaluation = result.Classifier.Evaluate(splits[fold].HeldOut);
            Assert.Equal(evaluation.Loss, report.Folds[fold].Evaluation.Loss);
            Assert.Equal(evaluation.Confusion!.ToString(), report.Folds[fold].Evaluation.Confusion!.ToString());
            Assert.Equal(result.TrainedWordCount, report.Folds[fold].TrainedWordCount);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void TheNumberOfThreadsDoesNotChangeTheReport(int batchSize)
    {
        CrossValidationReport alone = Run(_options with { BatchSize = batchSize }, 5);
        CrossValidationReport together = Run(_options with { BatchSize = batchSize, Threads = 3 }, 5);

        Assert.Equal(alone.Folds.Select(fold => fold.Evaluation.Loss), together.Folds.Select(fold => fold.Evaluation.Loss));
        Assert.Equal(alone.Folds.Select(fold => fold.Evaluation.Confusion!.ToString()), together.Folds.Select(fold => fold.Evaluation.Confusion!.ToString()));
        Assert.Equal(alone.TrainedWordCount, together.TrainedWordCount);
    }

    [Fact]
    public void ProgressTellsTheFold()
    {
        var progress = new ReportedProgress<FoldProgress>();

        CrossValidation.Run(_texts, 3, _options with { Threads = 3 }, progress, TestContext.Current.CancellationToken);

        foreach (int fold in new[] { 1, 2, 3 })
        {
            FoldProgress last = progress.Reports.Last(report => report.Fold == fold);
            Assert.Equal((3, 2, last.Training.TextCount), (last.FoldCount, last.Training.Epoch, last.Training.DoneTextCount));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void CancellingEndsItWithoutAResult(int threads)
    {
        using var source = new CancellationTokenSource();
        var progress = new ReportedProgress<FoldProgress>(_ => source.Cancel());

        Assert.ThrowsAny<OperationCanceledException>(() => CrossValidation.Run(_texts, 3, _options with { Threads = threads }, progress, source.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => CrossValidation.Run(_texts, 3, _options, null, new CancellationToken(canceled: true)));
    }

    private static CrossValidationReport Run(TrainingOptions options, int folds) =>
        CrossValidation.Run(_texts, folds, options, null, TestContext.Current.CancellationToken);
}

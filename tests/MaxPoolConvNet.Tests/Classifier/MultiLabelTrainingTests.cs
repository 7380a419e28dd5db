using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>Several labels a text: from training to evaluation.</summary>
public class MultiLabelTrainingTests
{
    private static readonly TrainingOptions _options = TrainingCalls.Small with { Epochs = 20 };

    [Fact]
    public void LabelsThatApplyIndependentlyAreLearned()
    {
        TrainingResult result = TrainingCalls.Train(TagTexts.Make(160), _options);
        TextClassifier classifier = result.Classifier;

        Assert.Equal(OutputKind.MultiLabel, classifier.ToConvNet().Output.Kind);
        Assert.Equal(["blue", "red"], classifier.Score("some red and blue thing").Above().Select(one => one.Label).Order());
        Assert.Equal(["green"], classifier.Score("a green thing").Above().Select(one => one.Label));
        Assert.Empty(classifier.Score("the thing").Above());
        Assert.True(result.Epochs[^1].Accuracy > 0.9, $"{result.Epochs[^1]}");
        Assert.Equal(1, classifier.Evaluate(TagTexts.Make(8)).Accuracy);
    }

    [Fact]
    public void OneLabelThatAppliesOrNotIsEnough()
    {
        LabeledText[] texts = [.. ToyTexts.Separable(60).Select(text => text.Label == "positive" ? text : text with { Labels = [] })];

        TextClassifier classifier = TextClassifier.Train(texts, _options, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["positive"], classifier.Labels);
        Assert.Equal("positive", Assert.Single(classifier.Score("superb").Above()).Label);
        Assert.Empty(classifier.Score("dreadful").Above());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public void TrainingIsReproducibleAndThreadsChangeNothing(int batchSize)
    {
        TrainingOptions options = TrainingCalls.Small with { BatchSize = batchSize };

        double[] one = Weights.Of(TextClassifier.Train(TagTexts.Make(40), options, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(one, Weights.Of(TextClassifier.Train(TagTexts.Make(40), options with { Threads = 3 }, cancellationToken: TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void EarlyStoppingHoldsOutTextsOfAllSets()
    {
        TrainingResult result = TrainingCalls.Train(TagTexts.Make(160), _options with { EarlyStopping = new EarlyStopping { HeldOutFraction = 0.2 } });

        Assert.Equal(result.Epochs.Max(epoch => epoch.HeldOutAccuracy), result.Epochs[result.BestEpoch - 1].HeldOutAccuracy);
        Assert.True(result.Epochs[result.BestEpoch - 1].HeldOutAccuracy > 0.9);
    }

    [Fact]
    public void EarlyStoppingThatHoldsNoTextOutIsAnError() =>
        Assert.Equal(
            "early stopping holds out a fraction of 0.1, which is none of the 4 texts (Parameter 'texts')",
            Assert.Throws<ArgumentException>(() => TextClassifier.Train(TagTexts.Make(4), _options with { EarlyStopping = new EarlyStopping() }, cancellationToken: TestContext.Current.CancellationToken)).Message);

    [Fact]
    public void CrossValidationDecidesOnTheOutputByAllTexts()
    {
        // the text with two labels is held out in one fold, whose classifier is trained on texts of one label each
        LabeledText[] texts = [.. ToyTexts.Separable(40), new LabeledText(["positive", "rare"], "superb and rare")];

        CrossValidationReport report = CrossValidation.Run(texts, 4, _options, null, TestContext.Current.CancellationToken);

        Assert.Null(report.Confusion);
        Assert.Equal(41, report.Folds.Sum(fold => fold.Evaluation.TextCount));
        Assert.All(report.Folds, fold => Assert.Equal(["negative", "positive", "rare"], fold.Evaluation.Classes.Select(one => one.Label)));
        Assert.Equal(40.0 / 41, report.Folds.Sum(fold => fold.Evaluation.CorrectCount) / 41.0, 1e-12);
    }
}

using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;
using Microsoft.Extensions.Logging;

namespace MaxPoolConvNet.Tests;

public class TrainingLogTests
{
    [Fact]
    public void TheLoggerIsToldBeginEpochsAndEnd()
    {
        string[] messages = [.. Train(ToyTexts.OfFourWords(20)).Select(entry => entry.Message)];

        Assert.Equal(8, messages.Length);
        Assert.Equal("Training on 20 texts with 80 known words, a vocabulary of 11 and 24 features; 0 texts held out", messages[0]);
        Assert.Equal("Training takes about 0 MB of memory", messages[1]);
        for (int epoch = 1; epoch <= 3; epoch++)
        {
            Assert.StartsWith($"Epoch {epoch}: loss 0", messages[1 + epoch], StringComparison.Ordinal);
            Assert.DoesNotContain("held-out", messages[1 + epoch], StringComparison.Ordinal);
        }

        Assert.StartsWith("Training ended after 3 epochs and ", messages[5], StringComparison.Ordinal);
        Assert.EndsWith("(Completed); the classifier is from epoch 3", messages[5], StringComparison.Ordinal);
        Assert.StartsWith("Compact: ", messages[6], StringComparison.Ordinal);
        Assert.StartsWith("Calibrated with a temperature of ", messages[7], StringComparison.Ordinal);
    }

    [Fact]
    public void HeldOutAccuracy_IsLoggedWhereTextsAreHeldOut()
    {
        var logger = new ListLogger<Trainer>();
        new Trainer(TrainingCalls.Small with { Epochs = 3, EarlyStopping = new EarlyStopping { HeldOutFraction = 0.2 } }, logger).Train(ToyTexts.OfFourWords(20));
        Assert.Equal(3, logger.Entries.Count(entry => entry.Message.Contains(", held-out accuracy ", StringComparison.Ordinal)));
    }

    [Fact]
    public void TextsWithoutWordsAreAWarning()
    {
        List<(LogLevel Level, string Message)> entries = Train([.. ToyTexts.OfFourWords(20), new LabeledText("odd", ""), new LabeledText("odd", " \t")]);

        Assert.Contains((LogLevel.Warning, "2 texts have no known word"), entries);
        Assert.Single(entries, entry => entry.Level != LogLevel.Information);
    }

    [Fact]
    public void EachWayToTrainLogsAlike()
    {
        LabeledText[] texts = [.. ToyTexts.OfFourWords(40)];
        TrainingOptions options = TrainingCalls.Small with { Epochs = 3, Threads = 1 };
        var classifier = new ListLogger<Trainer>();
        var folds = new ListLogger<Trainer>();

        TextClassifier.Train(texts, options, logger: classifier, cancellationToken: TestContext.Current.CancellationToken);
        CrossValidation.Run(texts, 2, options, logger: folds, cancellationToken: TestContext.Current.CancellationToken);

        string[] expected = [.. Train(texts).Select(entry => Form(entry.Message))];
        Assert.Equal(expected, classifier.Entries.Select(entry => Form(entry.Message)));
        Assert.Equal([.. expected, .. expected], folds.Entries.Select(entry => Form(entry.Message)));
    }

    [Fact]
    public void RareLabelsOfACrossValidationAreAWarning()
    {
        var logger = new ListLogger<Trainer>();

        CrossValidation.Run(
            [.. ToyTexts.OfFourWords(20), new LabeledText("rare", "a")], 2, TrainingCalls.Small with { Epochs = 1 }, logger: logger, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((LogLevel.Warning, "Labels with fewer texts than the 2 folds: 'rare'"), logger.Entries[0]);
    }

    [Fact]
    public void LabelsThatDontLookLikeLabels_AreAWarningAndInTheResult()
    {
        LabeledText[] swapped = [.. Enumerable.Range(0, 12).Select(i => new LabeledText($"a sentence {i}", i % 2 == 0 ? "good" : "bad"))];
        const string Doubt =
            "these don't look like labels: \"a sentence 0\", \"a sentence 1\", \"a sentence 2\", …; 12 of 12 texts have a label that no other has";
        var logger = new ListLogger<Trainer>();
        var trainer = new Trainer(TrainingCalls.Small with { Epochs = 1 }, logger);

        Assert.Equal(Doubt, trainer.Train(swapped, cancellationToken: TestContext.Current.CancellationToken).LabelDoubt);
        Assert.Contains((LogLevel.Warning, Doubt), logger.Entries);
        Assert.Null(trainer.Train(ToyTexts.OfFourWords(20), cancellationToken: TestContext.Current.CancellationToken).LabelDoubt);
    }

    [Fact]
    public void Compaction_IsLoggedWithWhatItChanged_AndWhereItWasGivenUp()
    {
        var logger = new ListLogger<Trainer>();

        TrainingLog.Compacted(logger, new CompactionReport(31, 0.25, -0.125, 0.5), wasTried: true);
        TrainingLog.Compacted(logger, null, wasTried: false);
        Assert.Single(logger.Entries);

        TrainingLog.Compacted(logger, null, wasTried: true);
        Assert.Equal(2, logger.Entries.Count);
        Assert.Contains("in 31 levels; on the training texts, a logit changed by at most 0.500 and the log-loss by -0.1250", logger.Entries[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("The classifier keeps full weights", logger.Entries[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Calibration_IsLoggedWithItsTemperature_OrAsOneOfEachLabel()
    {
        var logger = new ListLogger<Trainer>();

        TrainingLog.Calibrated(logger, new CalibrationReport(1.5, OutputCalibration.OfTemperature(1.5), 40));
        TrainingLog.Calibrated(logger, new CalibrationReport(null, new OutputCalibration([1, 2], [0, 1]), 41));

        Assert.StartsWith("Calibrated with a temperature of 1.50 on out-of-fold predictions for 40 texts", logger.Entries[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("Calibrated label by label on out-of-fold predictions for 41 texts", logger.Entries[1].Message, StringComparison.Ordinal);
    }

    /// <summary>Without numbers.</summary>
    private static string Form(string message) => string.Concat(message.Where(letter => !char.IsAsciiDigit(letter)));

    private static List<(LogLevel Level, string Message)> Train(IReadOnlyList<LabeledText> texts)
    {
        var logger = new ListLogger<Trainer>();
        new Trainer(TrainingCalls.Small with { Epochs = 3 }, logger).Train(texts);
        return logger.Entries;
    }
}

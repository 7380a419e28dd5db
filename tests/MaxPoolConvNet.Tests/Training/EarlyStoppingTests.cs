using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class EarlyStoppingTests
{
    private static readonly LabeledText[] _texts = ToyTexts.Noise(80);

    [Fact]
    public void TheClassifierIsThatOfTheBestEpoch()
    {
        TrainingResult result = TrainingCalls.Train(_texts, Options(patience: 6) with { Compact = false, Calibration = Calibration.None });

        IReadOnlyList<LabeledText> heldOut = StratifiedSplit.HoldOut(_texts, 0.3, TrainingCalls.Small.Seed).HeldOut;
        EpochReport best = result.Epochs[result.BestEpoch - 1];
        EvaluationReport evaluation = result.Classifier.Evaluate(heldOut);
        Assert.True(result.BestEpoch < result.Epochs.Length);
        Assert.Equal(result.BestEpoch, best.Epoch);
        Assert.Equal(result.Epochs.Max(epoch => epoch.HeldOutAccuracy), best.HeldOutAccuracy);
        Assert.Equal(best.HeldOutAccuracy, evaluation.Accuracy);
        Assert.Equal(best.HeldOutLoss!.Value, evaluation.Loss, 1e-5);
    }

    [Fact]
    public void OfEquallyAccurateEpochsTheOneOfTheLowestLossIsBest()
    {
        TrainingResult result = TrainingCalls.Train(_texts, Options(patience: 6));

        EpochReport best = result.Epochs[result.BestEpoch - 1];
        EpochReport[] equals = [.. result.Epochs.Where(epoch => epoch.HeldOutAccuracy == best.HeldOutAccuracy)];
        Assert.Equal(equals.Min(epoch => epoch.HeldOutLoss), best.HeldOutLoss);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void TrainingStopsAfterItsPatience(int patience)
    {
        TrainingResult result = TrainingCalls.Train(_texts, Options(patience));

        Assert.Equal(StopReason.NoImprovement, result.StopReason);
        Assert.Equal(patience, result.Epochs.Length - result.BestEpoch);
        Assert.True(result.Epochs.Length < 200);
    }

    [Fact]
    public void TrainingThatUsesAllItsEpochsIsCompleted()
    {
        TrainingResult result = TrainingCalls.Train(_texts, Options(patience: 1000) with { Epochs = 7 });

        Assert.Equal(StopReason.Completed, result.StopReason);
        Assert.Equal(7, result.Epochs.Length);
    }

    [Fact]
    public void HeldOutTextsAreNotTrainedOn()
    {
        IReadOnlyList<LabeledText> heldOut = StratifiedSplit.HoldOut(_texts, 0.3, TrainingCalls.Small.Seed).HeldOut;
        LabeledText[] marked = [.. _texts.Select(text => heldOut.Contains(text) ? text with { Text = text.Text + " heldout" } : text)];

        TextClassifier classifier = TrainingCalls.Train(marked, Options(patience: 3)).Classifier;

        Assert.False(classifier.Vocabulary.TryGetId("heldout", out _));
    }

    [Fact]
    public void WithoutItTheClassifierIsThatOfTheLastEpoch()
    {
        TrainingResult result = TrainingCalls.Train(_texts, TrainingCalls.Small);

        Assert.Equal(StopReason.Completed, result.StopReason);
        Assert.Equal(TrainingCalls.Small.Epochs, result.BestEpoch);
        Assert.All(result.Epochs, epoch => Assert.True(epoch.HeldOutAccuracy is null && epoch.HeldOutLoss is null));
    }

    private static TrainingOptions Options(int patience) =>
        TrainingCalls.Small with { Epochs = 200, EarlyStopping = new EarlyStopping { HeldOutFraction = 0.3, Patience = patience } };
}

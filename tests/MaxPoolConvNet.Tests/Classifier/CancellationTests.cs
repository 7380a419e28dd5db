using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class CancellationTests
{
    private static readonly LabeledText[] _texts = ToyTexts.Separable(60);

    [Fact]
    public void CancellingWithinTheFirstEpochGivesAUsableClassifier()
    {
        TrainingResult result = CancelledAt(TrainingCalls.Small, at => at.Epoch == 1 && at.Texts == 30);

        Assert.Equal(StopReason.Cancelled, result.StopReason);
        Assert.Empty(result.Epochs);
        Assert.Equal(0, result.BestEpoch);
        Assert.InRange(result.Classifier.Predict("a superb film").Probability, 0.5, 1);
        Assert.True(result.WordsTrained > 0);
    }

    [Fact]
    public void CancellingWithinTheFirstEpochKeepsWhatWasLearned()
    {
        double[] early = Weights.Of(CancelledAt(TrainingCalls.Small, at => at.Epoch == 1 && at.Texts == 2).Classifier);
        double[] later = Weights.Of(CancelledAt(TrainingCalls.Small, at => at.Epoch == 1 && at.Texts == 40).Classifier);

        Assert.NotEqual(early, later);
    }

    [Fact]
    public void CancellingAfterTheThirdEpochGivesTheClassifierOfThreeEpochs()
    {
        TrainingResult cancelled = CancelledAt(TrainingCalls.Small with { Epochs = 9 }, at => at.Epoch == 3 && at.Texts == at.TextsPerEpoch);

        TrainingResult three = TrainingCalls.Train(_texts, TrainingCalls.Small with { Epochs = 3 });
        Assert.Equal(StopReason.Cancelled, cancelled.StopReason);
        Assert.Equal(3, cancelled.BestEpoch);
        Assert.Equal(three.Epochs, cancelled.Epochs);
        Assert.Equal(Weights.Of(three.Classifier), Weights.Of(cancelled.Classifier));
    }

    [Fact]
    public void CancellingWithAHeldOutPartGivesTheBestEpochSoFar()
    {
        TrainingOptions options = TrainingCalls.Small with { Epochs = 9, EarlyStopping = new EarlyStopping { HeldOutFraction = 0.3, Patience = 9 } };

        TrainingResult cancelled = CancelledAt(options, at => at.Epoch == 5 && at.Texts == 10);

        TrainingResult four = TrainingCalls.Train(_texts, options with { Epochs = 4 });
        Assert.Equal(StopReason.Cancelled, cancelled.StopReason);
        Assert.Equal(four.BestEpoch, cancelled.BestEpoch);
        Assert.Equal(Weights.Of(four.Classifier), Weights.Of(cancelled.Classifier));
    }

    [Fact]
    public void ATokenCancelledBeforehandGivesTheNetworkAsItBegan()
    {
        TrainingResult result = TrainingCalls.TrainUntil(
            _texts, TrainingCalls.Small, progress: null, time: null, new CancellationToken(canceled: true));

        Assert.Equal(StopReason.Cancelled, result.StopReason);
        Assert.Equal(0, result.WordsTrained);
        int words = result.Classifier.Vocabulary.Count;
        float[] first = [.. Weights.Of(ConvNet.Random(words, TrainingCalls.Small.Network, TrainingCalls.Small.Seed)).Select(weight => (float)weight)];
        Assert.Equal(first, Weights.Of(result.Classifier).Select(weight => (float)weight));
    }

    private static TrainingResult CancelledAt(TrainingOptions options, Predicate<TrainingProgress> moment)
    {
        using var source = new CancellationTokenSource();
        var time = new ManualTime();
        var progress = new ReportedProgress<TrainingProgress>(at =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            if (moment(at)) source.Cancel();
        });
        return TrainingCalls.TrainUntil(_texts, options, progress, time, source.Token);
    }
}

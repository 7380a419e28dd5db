using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class CancellationTests
{
    private static readonly LabeledText[] _texts = ToyTexts.Separable(60);

    [Fact]
    public void Train_CancelledWithinTheFirstEpoch_Throws() =>
        Assert.Throws<OperationCanceledException>(() => CancelledAt(TrainingCalls.Small, at => at.Epoch == 1 && at.DoneTextCount == 30));

    [Fact]
    public void Train_CancelledWithinALaterEpoch_KeepsWhatWasLearned()
    {
        TrainingResult early = CancelledAt(TrainingCalls.Small, at => at.Epoch == 2 && at.DoneTextCount == 2);
        double[] later = Weights.Of(CancelledAt(TrainingCalls.Small, at => at.Epoch == 2 && at.DoneTextCount == 40).Classifier);

        Assert.Equal(StopReason.Cancelled, early.StopReason);
        Assert.Single(early.Epochs);
        Assert.NotEqual(Weights.Of(early.Classifier), later);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void TrainOfTheClassifier_Cancelled_ThrowsWhateverTheEpoch(int epoch)
    {
        using var source = new CancellationTokenSource();
        var progress = new ReportedProgress<TrainingProgress>(at =>
        {
            if (at.Epoch == epoch && at.DoneTextCount == at.TextCount) source.Cancel();
        });

        var thrown = Assert.Throws<OperationCanceledException>(() => TextClassifier.Train(_texts, TrainingCalls.Small, progress, source.Token));
        Assert.Equal(source.Token, thrown.CancellationToken);
    }

    [Fact]
    public void CancellingAfterTheThirdEpochGivesTheClassifierOfThreeEpochs()
    {
        TrainingResult cancelled = CancelledAt(TrainingCalls.Small with { Epochs = 9 }, at => at.Epoch == 3 && at.DoneTextCount == at.TextCount);

        TrainingResult three = TrainingCalls.Train(_texts, TrainingCalls.Small with { Epochs = 3 });
        Assert.Equal(StopReason.Cancelled, cancelled.StopReason);
        Assert.Equal(3, cancelled.BestEpoch);
        Assert.Equal(three.Epochs.Select(epoch => epoch.Figures()), cancelled.Epochs.Select(epoch => epoch.Figures()));
        Assert.Equal(Weights.Of(three.Classifier), Weights.Of(cancelled.Classifier));
    }

    [Fact]
    public void CancellingWithAHeldOutPartGivesTheBestEpochSoFar()
    {
        TrainingOptions options = TrainingCalls.Small with { Epochs = 9, EarlyStopping = new EarlyStopping { HeldOutFraction = 0.3, Patience = 9 } };

        TrainingResult cancelled = CancelledAt(options, at => at.Epoch == 5 && at.DoneTextCount == 10);

        TrainingResult four = TrainingCalls.Train(_texts, options with { Epochs = 4 });
        Assert.Equal(StopReason.Cancelled, cancelled.StopReason);
        Assert.Equal(four.BestEpoch, cancelled.BestEpoch);
        Assert.Equal(Weights.Of(four.Classifier), Weights.Of(cancelled.Classifier));
    }

    [Fact]
    public void Train_ATokenCancelledBeforehand_Throws() => Assert.Throws<OperationCanceledException>(
        () => TrainingCalls.TrainUntil(_texts, TrainingCalls.Small, progress: null, time: null, new CancellationToken(canceled: true)));

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

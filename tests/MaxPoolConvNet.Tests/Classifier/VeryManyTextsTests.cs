using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>A training on half a million texts: the last network predicts texts that it leaves out.</summary>
[Trait("Category", "Slow")]
public class VeryManyTextsTests
{
    private static readonly TrainingOptions _options = TrainingCalls.Small with
    {
        Network = new ConvNetOptions { Filters = [new(1, 2)] }, Epochs = 1, Networks = 2, Threads = 2,
    };

    // three of four texts have the label of their word
    private static readonly LabeledText[] _kinds =
    [
        new("good", "fine"), new("bad", "poor"), new("good", "fine"), new("bad", "poor"),
        new("good", "fine"), new("bad", "poor"), new("bad", "fine"), new("good", "poor"),
    ];

    private static readonly LabeledText[] _texts = [.. Enumerable.Range(0, 500_000).Select(text => _kinds[text % _kinds.Length])];

    [Fact]
    public void TheyAreCalibratedOnTextsThatTheLastNetworkLeavesOut()
    {
        TrainingResult result = new Trainer(_options).Train(_texts, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(980_000, result.TrainedWordCount);
        Assert.Equal(20_000, result.Classifier.Calibration!.TextCount);
        Assert.Equal(0.75, result.Classifier.Score("fine")["good"], 0.02);
    }

    [Fact]
    public void OfTheDefaultFilters_FewerAreEnough()
    {
        TrainingOptions defaults = _options with { Network = new ConvNetOptions(), Networks = 1, Calibration = Calibration.None };

        TrainingResult result = new Trainer(defaults).Train(_texts, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([new FilterGroup(1, 64), new(2, 64), new(3, 64)], result.Options.Network.Filters!);
        Assert.Equal(192, result.Classifier.Model.Network.Features);
    }

    [Fact]
    public void SeveralRanksAndACheckpointGiveTheSameBits()
    {
        byte[] alone = ModelBytes.Of(new Trainer(_options).Train(_texts, cancellationToken: TestContext.Current.CancellationToken).Classifier);
        using var file = new TemporaryFile("checkpoint");
        TrainingOptions kept = _options with { Checkpoint = file.Path };

        TrainingResult[] shared = ThreadRanks.Run(2, rank => new Trainer(_options with { Ranks = rank }).Train(_texts));
        byte[] written = ModelBytes.Of(new Trainer(kept).Train(_texts, cancellationToken: TestContext.Current.CancellationToken).Classifier);
        byte[] resumed = ModelBytes.Of(new Trainer(kept).Train(_texts, cancellationToken: TestContext.Current.CancellationToken).Classifier);

        Assert.All(shared, result => Assert.Equal(alone, ModelBytes.Of(result.Classifier)));
        Assert.Equal(alone, written);
        Assert.Equal(alone, resumed);
    }
}

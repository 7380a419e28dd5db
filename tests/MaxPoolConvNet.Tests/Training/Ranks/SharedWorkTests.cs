using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>Work that ranks divide whole, and what ends all of them.</summary>
public class SharedWorkTests
{
    private static readonly LabeledText[] _texts = ToyTexts.Separable(60);
    private static readonly TrainingOptions _small = TrainingCalls.Small with { Epochs = 2 };

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void CrossValidation_GivesTheReportOfOneProcess(int ranks)
    {
        CrossValidationReport alone = CrossValidation.Run(_texts, 4, _small, cancellationToken: TestContext.Current.CancellationToken);

        CrossValidationReport[] shared = ThreadRanks.Run(ranks, rank => CrossValidation.Run(_texts, 4, _small with { Ranks = rank }));

        Assert.All(shared, report => Assert.Equal(Figures(alone), Figures(report)));
    }

    [Fact]
    public void AnAudit_GivesTheReportOfOneProcess()
    {
        LabelAuditReport alone = LabelAudit.Run(_texts, new LabelAuditOptions { Folds = 3 }, cancellationToken: TestContext.Current.CancellationToken);

        LabelAuditReport[] shared = ThreadRanks.Run(2, rank => LabelAudit.Run(_texts, new LabelAuditOptions { Folds = 3, Ranks = rank }));

        Assert.All(shared, report => Assert.Equal(alone.Suspicions, report.Suspicions));
        Assert.All(shared, report => Assert.Equal(alone.ToString(), report.ToString()));
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(16, 3)]
    public void ContinuedTraining_HasTheSameBits(int batchSize, int ranks)
    {
        TextClassifier start = TextClassifier.Train(_texts, _small with { Networks = 2 }, cancellationToken: TestContext.Current.CancellationToken);
        LabeledText[] more = [.. ToyTexts.WordOrder(40), new LabeledText("neither", "a film")];
        TrainingOptions options = _small with { BatchSize = batchSize, EarlyStopping = new EarlyStopping { Patience = 1 } };
        TrainingResult alone = new Trainer(options).Continue(start, more, cancellationToken: TestContext.Current.CancellationToken);

        TrainingResult[] shared = ThreadRanks.Run(ranks, rank => new Trainer(options with { Ranks = rank }).Continue(start, more));

        Assert.All(shared, result => Assert.Equal(alone.BestEpoch, result.BestEpoch));
        Assert.All(shared, result => Assert.Equal(ModelBytes.Of(alone.Classifier), ModelBytes.Of(result.Classifier)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public void CancelingAtOneRank_EndsAllOfThem(int batchSize)
    {
        TrainingOptions options = _small with { Epochs = 10_000, BatchSize = batchSize, Networks = 2, Calibration = Calibration.None };

        StopReason[] reasons = ThreadRanks.Run(2, rank =>
        {
            using var stop = new CancellationTokenSource();
            var progress = new ReportedProgress<TrainingProgress>(report =>
            {
                if (rank.Rank == 1 && report.Epoch > 1) stop.Cancel();
            });
            return new Trainer(options with { Ranks = rank }).Train(_texts, progress, stop.Token).StopReason;
        });

        Assert.Equal([StopReason.Cancelled, StopReason.Cancelled], reasons);
    }

    [Fact]
    public void ACheckpointOfOneProcess_ResumesAtRanks_AndBack()
    {
        using var file = new TemporaryFile("checkpoint");
        TrainingOptions options = _small with { Networks = 3, Epochs = 4, Checkpoint = file.Path, EarlyStopping = new EarlyStopping { Patience = 3 } };
        byte[] expected = ModelBytes.Of(new Trainer(options with { Checkpoint = null }).Train(_texts, cancellationToken: TestContext.Current.CancellationToken).Classifier);
        StopAfter(1, options);

        ThreadRanks.Run(4, rank => StopAfter(2, options with { Ranks = rank }));
        TextClassifier end = new Trainer(options).Train(_texts, cancellationToken: TestContext.Current.CancellationToken).Classifier;

        Assert.Equal(expected, ModelBytes.Of(end));
    }

    [Fact]
    public void OtherTextsAtARank_AreAnError()
    {
        var problem = Assert.Throws<ArgumentException>(() => ThreadRanks.Run(
            2, rank => new Trainer(_small with { Ranks = rank }).Train(rank.Rank == 0 ? _texts : ToyTexts.Separable(62))));

        Assert.Contains("rank 1 trains with ", problem.Message, StringComparison.Ordinal);
        Assert.Contains("; all ranks need the same options and texts", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MoreRanksThanShards_AreAnError()
    {
        TrainingOptions options = _small with { Calibration = Calibration.None, Network = new ConvNetOptions { Filters = [new(1, 20)] } };

        var problem = Assert.Throws<ArgumentException>(() => ThreadRanks.Run(3, rank => new Trainer(options with { Ranks = rank }).Train(_texts)));

        Assert.Equal("there are 3 ranks for 1 network of 2 times 16 filters; at most 2 ranks can share the work", problem.Message);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 4)]
    [InlineData(2, 4)]
    public void ATrainingThatDiverges_EndsAtEachRank(int networks, int batchSize)
    {
        TrainingOptions options = _small with
        {
            Networks = networks,
            BatchSize = batchSize,
            Calibration = Calibration.None,
            Epochs = 50,
            Optimizer = new Sgd { LearningRate = 100 },
            Network = new ConvNetOptions { Filters = [new(1, 100), new(2, 100)], Activation = Activation.Relu, Padding = Padding.Narrow, Biases = false },
        };
        string alone = Message(options);

        string[] messages = ThreadRanks.Run(3, rank => Message(options with { Ranks = rank }));

        Assert.StartsWith("training diverged in epoch ", alone, StringComparison.Ordinal);
        Assert.All(messages, message => Assert.Equal(alone, message));

        static string Message(TrainingOptions options) =>
            Assert.Throws<TrainingDivergedException>(() => new Trainer(options).Train(ToyTexts.Noise(60))).Message;
    }

    private static StopReason StopAfter(int epochs, TrainingOptions options)
    {
        using var stop = new CancellationTokenSource();
        var progress = new ReportedProgress<TrainingProgress>(report =>
        {
            if (report.Epoch > epochs) stop.Cancel();
        });
        return new Trainer(options).Train(_texts, progress, stop.Token).StopReason;
    }

    private static IEnumerable<object?> Figures(CrossValidationReport report) => report.Folds.SelectMany(fold => (object?[])
    [
        fold.Evaluation.ToJson(), fold.TrainedWordCount, fold.Options.Epochs, fold.Options.BatchSize, fold.Options.Vocabulary.MinimumCount, fold.Options.LabelsPerText,
    ]);
}

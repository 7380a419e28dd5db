using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>A training that stops and goes on from its checkpoint ends with the same bits as one that never stopped.</summary>
public class CheckpointTests
{
    private static readonly EmbeddingOptions _twoChannels = new() { Kind = EmbeddingKind.TwoChannel, Dimension = 9, Filters = [new(2, 5), new(3, 5)] };

    public static TheoryData<string, TrainingOptions> Ways { get; } = new()
    {
        { "text by text", TrainingCalls.Small with { Epochs = 6 } },
        { "momentum", TrainingCalls.Small with { Epochs = 6, BatchSize = 7, Optimizer = new Sgd { Momentum = 0.9 } } },
        { "Adam, whose rate depends on the step", TrainingCalls.Small with { Epochs = 6, BatchSize = 7, Optimizer = new Adam(), FinalLearningRateFactor = 0.1 } },
        { "embedding", TrainingCalls.Small with { Epochs = 6, BatchSize = 7, Optimizer = new AdaDelta(), Network = new ConvNetOptions { Filters = [new(1, 4), new(2, 4), new(3, 4)], Embedding = _twoChannels } } },
        { "static vectors", TrainingCalls.Small with { Epochs = 6, Optimizer = new Adam(), Network = new ConvNetOptions { Filters = [new(2, 4)], Embedding = _twoChannels with { Kind = EmbeddingKind.Static } } } },
        { "averaged networks", TrainingCalls.Small with { Epochs = 6, Networks = 2, Network = new ConvNetOptions { Filters = [], Embedding = _twoChannels } } },
        { "early stopping", TrainingCalls.Small with { Epochs = 6, EarlyStopping = new EarlyStopping { Patience = 4 } } },
        { "early stopping of averaged networks", TrainingCalls.Small with { Epochs = 6, Networks = 2, EarlyStopping = new EarlyStopping { Patience = 3 } } },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void StoppedAndResumed_IsTheSameAsNeverStopped(string way, TrainingOptions options)
    {
        using var file = new TemporaryFile("training.checkpoint");
        TrainingResult whole = Train(options);
        TrainingOptions kept = options with { Checkpoint = file.Path };

        TrainingResult stopped = StopAfter(3, kept);
        Assert.Equal((StopReason.Cancelled, 3), (stopped.StopReason, stopped.Epochs.Length));
        TrainingResult resumed = Train(kept with { Threads = 3 });

        Assert.True(Weights.Of(whole.Classifier).SequenceEqual(Weights.Of(resumed.Classifier)), way);
        Assert.Equal(whole.Epochs.Select(epoch => epoch.Figures()), resumed.Epochs.Select(epoch => epoch.Figures()));
        Assert.Equal((whole.BestEpoch, whole.StopReason, whole.TrainedWordCount), (resumed.BestEpoch, resumed.StopReason, resumed.TrainedWordCount));
    }

    [Fact]
    public void AFinishedTraining_IsGivenAgainWithoutTraining()
    {
        using var file = new TemporaryFile("training.checkpoint");
        TrainingOptions options = TrainingCalls.Small with { Checkpoint = file.Path };
        TrainingResult first = Train(options);

        var progress = new ReportedProgress<TrainingProgress>();
        TrainingResult again = new Trainer(options).Train(ToyTexts.Noise(60), progress, TestContext.Current.CancellationToken);

        Assert.Equal(Weights.Of(first.Classifier), Weights.Of(again.Classifier));
        Assert.Empty(progress.Reports);
    }

    [Fact]
    public void AnotherConfiguration_IsAnErrorThatNamesWhatDiffers()
    {
        using var file = new TemporaryFile("training.checkpoint");
        TrainingOptions options = TrainingCalls.Small with { Checkpoint = file.Path };
        Train(options);

        AssertRefused(options with { Seed = 8 }, "with Seed: 1; expected Seed: 8");
        AssertRefused(options with { Epochs = 9 }, "with Epochs: 5; expected Epochs: 9");
        AssertRefused(options with { Optimizer = new Adam() }, "with Optimizer: AdaGrad, rate 0.05; expected Optimizer: Adam, rate 0.001, 0.9, 0.999");
        AssertRefused(options with { Network = new ConvNetOptions { Filters = [new(1, 9), new(2, 9), new(3, 9)] } }, "with Widths: 1, 2, 3 with 8 filters; expected Widths: 1, 2, 3 with 9 filters");
        var otherTexts = Assert.Throws<InvalidDataException>(() => TrainingCalls.Train([.. ToyTexts.Noise(60).Reverse()], options));
        Assert.Matches("with 60 texts [0-9a-f]{16}; expected 60 texts [0-9a-f]{16};", otherTexts.Message);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void EveryByteChanged_AndEveryCut_IsAnError()
    {
        using var file = new TemporaryFile("training.checkpoint");
        TrainingOptions options = new()
        {
            Network = new ConvNetOptions { Filters = [new(1, 1)], Biases = false }, Epochs = 1, Checkpoint = file.Path, Optimizer = new Sgd(),
        };
        LabeledText[] texts = [new("a", "x"), new("b", "y")];
        TrainingCalls.Train(texts, options);
        byte[] whole = File.ReadAllBytes(file.Path);
        Assert.InRange(whole.Length, 500, 3000);

        for (int at = 0; at < whole.Length; at++)
        {
            byte[] changed = [.. whole];
            changed[at] ^= 0x10;
            AssertDamaged(changed);
            AssertDamaged(whole[..at]);
        }

        AssertDamaged([.. whole, 0]);

        void AssertDamaged(byte[] bytes)
        {
            File.WriteAllBytes(file.Path, bytes);
            var error = Assert.Throws<InvalidDataException>(() => TrainingCalls.Train(texts, options));
            Assert.StartsWith(file.Path, error.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData(0x10)]
    [InlineData(0x80)]
    [InlineData(0xFF)]
    public void EveryByteForged_IsReadOrRefused(byte mask)
    {
        using var file = new TemporaryFile("training.checkpoint");
        TrainingOptions options = new()
        {
            Network = new ConvNetOptions { Filters = [new(1, 1)] }, Epochs = 2, Checkpoint = file.Path, Optimizer = new Adam(), Networks = 1,
            EarlyStopping = new EarlyStopping { HeldOutFraction = 0.5 },
        };
        LabeledText[] texts = [new("a", "x"), new("b", "y"), new("a", "x z"), new("b", "y z")];
        TrainingCalls.Train(texts, options);
        byte[] whole = File.ReadAllBytes(file.Path)[..^System.Security.Cryptography.SHA256.HashSizeInBytes];
        int refused = 0;
        for (int at = 0; at < whole.Length; at++)
        {
            byte[] forged = [.. whole];
            forged[at] ^= mask;
            Check(forged);
        }

        for (int length = 0; length < whole.Length; length += 7)
            Check(whole[..length]);
        Assert.InRange(refused, whole.Length / 3, int.MaxValue);

        void Check(byte[] bytes)
        {
            File.WriteAllBytes(file.Path, [.. bytes, .. System.Security.Cryptography.SHA256.HashData(bytes)]);
            try
            {
                TrainingCalls.Train(texts, options);
            }
            catch (InvalidDataException refusal)
            {
                refused++;
                Assert.StartsWith(file.Path, refusal.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void ANumberThatIsNone_IsNamed()
    {
        using var file = new TemporaryFile("training.checkpoint");
        TrainingOptions options = TrainingCalls.Small with { Checkpoint = file.Path };
        Train(options);
        byte[] bytes = File.ReadAllBytes(file.Path)[..^System.Security.Cryptography.SHA256.HashSizeInBytes];
        int at = bytes.Length - 8 - 8 - (5 * 32) - 8 - 8 - 8 - 4; // the last sum of squares, before words, epochs, best epoch and time
        BitConverter.TryWriteBytes(bytes.AsSpan(at), float.NaN);
        File.WriteAllBytes(file.Path, [.. bytes, .. System.Security.Cryptography.SHA256.HashData(bytes)]);

        Assert.Equal(
            $"{file.Path}, byte {at}: NaN; a finite number was expected", Assert.Throws<InvalidDataException>(() => Train(options)).Message);
    }

    [Fact]
    public void AFolderThatDoesNotExist_IsToldBeforeTraining()
    {
        TrainingOptions options = TrainingCalls.Small with { Checkpoint = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "training") };
        var progress = new ReportedProgress<TrainingProgress>();

        Assert.ThrowsAny<IOException>(() => TrainingCalls.Train(ToyTexts.Noise(60), options, progress));

        Assert.Empty(progress.Reports);
    }

    [Fact]
    public void CrossValidation_KeepsACheckpointAFold()
    {
        using var file = new TemporaryFile("training.checkpoint");
        TrainingOptions options = TrainingCalls.Small with { Checkpoint = file.Path };
        CancellationToken cancellation = TestContext.Current.CancellationToken;

        CrossValidationReport first = CrossValidation.Run(ToyTexts.Noise(60), 3, options, null, cancellation);
        CrossValidationReport again = CrossValidation.Run(ToyTexts.Noise(60), 3, options, null, cancellation);

        Assert.Equal(first.Accuracy, again.Accuracy);
        Assert.All([1, 2, 3], fold => Assert.True(File.Exists($"{file.Path}.{fold}")));
    }

    private static void AssertRefused(TrainingOptions options, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => Train(options));
        Assert.EndsWith($"{message}; delete the file to start from the beginning", error.Message, StringComparison.Ordinal);
    }

    private static TrainingResult Train(TrainingOptions options) => TrainingCalls.Train(ToyTexts.Noise(60), options);

    private static TrainingResult StopAfter(int epochs, TrainingOptions options)
    {
        using var source = new CancellationTokenSource();
        var progress = new ReportedProgress<TrainingProgress>(at =>
        {
            if (at.Epoch == epochs && at.DoneTextCount == at.TextCount) source.Cancel();
        });
        return TrainingCalls.TrainUntil(ToyTexts.Noise(60), options, progress, null, source.Token);
    }
}

using System.Runtime.CompilerServices;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>What a training needs is known before it is taken, and too much of it is refused.</summary>
public class TrainingMemoryTests
{
    [Fact]
    public void TheEstimate_CountsWeightsAndTheSumsOfTheOptimizer()
    {
        LabeledText[] texts = [.. Enumerable.Range(0, 5_000).Select(t => new LabeledText($"{t % 2}", $"w{t} v{t}"))];
        TrainingOptions options = TrainingCalls.Small with
        {
            Epochs = 1, Networks = 2, Calibration = Calibration.None, Network = new ConvNetOptions { Filters = [new(1, 16)] },
        };

        long adaGrad = Estimate(texts, options with { Optimizer = new AdaGrad() });
        long adam = Estimate(texts, options with { Optimizer = new Adam() });

        // two networks; 10,000 words and the zero word, 16 filters, 4 bytes; an entry and a sum in 16 bits each, with the result in 8 bits at
        // the end; or a weight and two numbers
        const double OfTables = 2 * 10_001 * 16 * 4;
        Assert.InRange(adaGrad / OfTables, 1.25, 1.35);
        Assert.InRange(adam / OfTables, 3, 3.1);
    }

    [Fact]
    public void TheEstimate_CountsTheLogitsAndErrorsOfABatch()
    {
        LabeledText[] texts = [.. Enumerable.Range(0, 2_000).Select(t => new LabeledText($"{t % 400}", $"w{t % 5}"))];
        TrainingOptions options = TrainingCalls.Small with
        {
            Epochs = 1, Networks = 1, Calibration = Calibration.None, Network = new ConvNetOptions { Filters = [new(1, 16)] },
        };

        long few = Estimate(texts, options with { BatchSize = 10 });
        long many = Estimate(texts, options with { BatchSize = 2_000 });

        Assert.Equal(1_990 * 400 * 4 * 4, many - few);
    }

    [Fact]
    public void TheEstimate_CountsTheBestNetworksSoFar()
    {
        LabeledText[] texts = [.. Enumerable.Range(0, 5_000).Select(t => new LabeledText($"{t % 2}", $"w{t % 4_000} v{t % 4_000}"))];
        TrainingOptions options = TrainingCalls.Small with
        {
            Epochs = 1, Optimizer = new Adam(), Networks = 2, Calibration = Calibration.None,
            Network = new ConvNetOptions { Filters = [new(1, 16)] },
        };

        long without = Estimate(texts, options);
        long with = Estimate(texts, options with { EarlyStopping = new EarlyStopping { HeldOutFraction = 0.01 } });

        // fewer words occur in the texts that aren't held out: two networks of 16 filters for at most 8,001 words, in 32 bits
        Assert.InRange((with - without) / (2 * 8_001 * 16 * 4d), 0.9, 1);
    }

    [Fact]
    public void WhereNobodyFollows_LessMemoryGivesTheSame()
    {
        LabeledText[] texts = [.. Enumerable.Range(0, 5_000).Select(t => new LabeledText($"{t % 2}", $"w{t} v{t}"))];
        var trainer = new Trainer(TrainingCalls.Small with { Epochs = 2, Networks = 4, Threads = 1 });

        TrainingResult followed = trainer.Train(texts, cancellationToken: TestContext.Current.CancellationToken);
        TrainingResult alone = trainer.Train(texts, cancellationToken: CancellationToken.None);

        Assert.InRange((double)alone.EstimatedMemoryBytes / followed.EstimatedMemoryBytes, 0.5, 0.9);
        Assert.Equal(ModelBytes.Of(followed.Classifier), ModelBytes.Of(alone.Classifier));
        Assert.Equal(followed.Epochs.Select(epoch => (epoch.Loss, epoch.Accuracy)), alone.Epochs.Select(epoch => (epoch.Loss, epoch.Accuracy)));
    }

    [Fact]
    public void MoreThanTheProcessMayUse_IsRefusedBeforeTraining()
    {
        // 100 networks of 100,000 filters over 40 words of 100 positions: more than 10 TB
        LabeledText[] texts = [.. Enumerable.Range(0, 40).Select(t => new LabeledText($"{t % 2}", $"w{t}"))];
        TrainingOptions options = TrainingCalls.Small with
        {
            Networks = 100, Network = new ConvNetOptions { Filters = [new(100, 100_000)] },
        };

        var problem = Assert.Throws<InsufficientMemoryException>(() => new Trainer(options).Train(texts));

        Assert.StartsWith("training needs about ", problem.Message, StringComparison.Ordinal);
        Assert.Contains("100 networks, and 3 for calibration, of 100,000 filters over 40 words", problem.Message, StringComparison.Ordinal);
        Assert.Contains("fewer networks or no calibration need less", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALargeTraining_ReturnsMemoryThatNobodyUses()
    {
        LabeledText[] texts = [.. Enumerable.Range(0, 5_000).Select(t => new LabeledText($"{t % 2}", $"w{t} v{t}"))];
        TrainingOptions options = TrainingCalls.Small with
        {
            Epochs = 1, Networks = 1, Calibration = Calibration.None, Network = new ConvNetOptions { Filters = [new(20, 96)] },
        };
        WeakReference unused = Unused();

        Assert.InRange(Estimate(texts, options), 64_000_000, 200_000_000);

        Assert.False(unused.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Unused() => new(new byte[1 << 20]);

    private static long Estimate(LabeledText[] texts, TrainingOptions options) =>
        new Trainer(options).Train(texts, cancellationToken: TestContext.Current.CancellationToken).EstimatedMemoryBytes;
}

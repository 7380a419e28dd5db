using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class OverSeedsTests
{
    private static readonly TextSplit _split = StratifiedSplit.HoldOut(ToyTexts.Noise(80), 0.25, seed: 1);

    [Fact]
    public void EachSeedIsATrainingOfItsOwn()
    {
        TrainingOptions options = TrainingCalls.Small with { Seed = ulong.MaxValue };

        CrossValidationReport report = Run(3, options);

        ulong[] seeds = [ulong.MaxValue, 0, 1];
        double[] accuracies = [.. seeds.Select(seed => TrainingCalls.Train(_split.Training, options with { Seed = seed }).Classifier.Evaluate(_split.HeldOut).Accuracy)];
        Assert.Equal(accuracies, report.Folds.Select(fold => fold.Evaluation.Accuracy));
        Assert.Equal(accuracies.Average(), report.Accuracy, 1e-12);
    }

    [Fact]
    public void TheNumberOfThreadsChangesNothing()
    {
        CrossValidationReport one = Run(4, TrainingCalls.Small);
        CrossValidationReport three = Run(4, TrainingCalls.Small with { Threads = 3 });

        Assert.Equal(one.Folds.Select(fold => fold.Evaluation.Loss), three.Folds.Select(fold => fold.Evaluation.Loss));
    }

    [Fact]
    public void WhatIsMissing_IsSaid()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Run(1, TrainingCalls.Small));
        Assert.Throws<ArgumentNullException>(() => CrossValidation.OverSeeds(null!, 2, cancellationToken: TestContext.Current.CancellationToken));
        var error = Assert.Throws<ArgumentException>(() => CrossValidation.OverSeeds(
            new TextSplit(_split.Training, []), 2, TrainingCalls.Small, null, TestContext.Current.CancellationToken));
        Assert.StartsWith("there are no texts to test on", error.Message, StringComparison.Ordinal);
    }

    private static CrossValidationReport Run(int seeds, TrainingOptions options) =>
        CrossValidation.OverSeeds(_split, seeds, options, null, TestContext.Current.CancellationToken);
}

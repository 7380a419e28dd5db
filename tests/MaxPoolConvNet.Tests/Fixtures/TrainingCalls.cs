using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

internal static class TrainingCalls
{
    /// <summary>Options under which a toy set is learned in a moment.</summary>
    public static TrainingOptions Small { get; } = new() { Network = new ConvNetOptions { Filters = [new(1, 8), new(2, 8), new(3, 8)] }, Epochs = 5, BatchSize = 1, Networks = 1, Threads = 1 };

    public static TrainingResult Train(
        IReadOnlyList<LabeledText> texts, TrainingOptions options, IProgress<TrainingProgress>? progress = null, TimeProvider? time = null) =>
        TrainUntil(texts, options, progress, time, TestContext.Current.CancellationToken);

    public static TrainingResult TrainUntil(
        IReadOnlyList<LabeledText> texts,
        TrainingOptions options,
        IProgress<TrainingProgress>? progress,
        TimeProvider? time,
        CancellationToken cancellation) =>
        new Trainer(options, timeProvider: time).Train(texts, progress, cancellation);
}

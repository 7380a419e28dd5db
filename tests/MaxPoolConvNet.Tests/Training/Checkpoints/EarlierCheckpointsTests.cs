using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>
/// Checkpoints that version 0.1 wrote after three of six epochs, resumed: with the loss and the prediction that 0.1 itself came to, but for the last
/// bits: sums over filters have changed since, and where steps are made text by text, filters have 16 bits.
/// </summary>
public class EarlierCheckpointsTests
{
    private static readonly EmbeddingOptions _twoChannels = new() { Kind = EmbeddingKind.TwoChannel, Dimension = 9, Filters = [new(2, 5), new(3, 5)] };
    private static readonly TrainingOptions _small = TrainingCalls.Small with { Epochs = 6, Compact = false, Calibration = Calibration.None };

    public static TheoryData<string, TrainingOptions, double, double> Files { get; } = new()
    {
        { "0.1-text-by-text", _small, 0.029836087363461654, 0.9830846506201395 },
        { "0.1-momentum", _small with { BatchSize = 7, Optimizer = new Sgd { Momentum = 0.9 } }, 0.16711263002750154, 0.9753068125830432 },
        { "0.1-adam", _small with { BatchSize = 7, Optimizer = new Adam(), FinalLearningRateFactor = 0.1 }, 0.6910795927047729, 0.5014652338543726 },
        { "0.1-embedding", _small with { BatchSize = 7, Optimizer = new AdaDelta(), Network = new() { Filters = [new(1, 4), new(2, 4), new(3, 4)], Embedding = _twoChannels } }, 0.30988031563659507, 0.8176450329920649 },
        { "0.1-averaged", _small with { Networks = 2, Network = new() { Filters = [], Embedding = _twoChannels } }, 0.04625668548445295, 0.9855560578338238 },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Train_ResumesACheckpointOfVersion01(string name, TrainingOptions options, double loss, double probability)
    {
        using var file = new TemporaryFile("training.checkpoint");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Training", "Checkpoints", "Versions", name + ".checkpoint"), file.Path);
        var progress = new ReportedProgress<TrainingProgress>();

        TrainingResult result = TrainingCalls.Train(ToyTexts.Separable(60), options with { Checkpoint = file.Path }, progress);

        Assert.Equal(4, progress.Reports[0].Epoch);
        Assert.Equal(6, result.Epochs.Length);
        Assert.Equal(loss, result.Epochs[^1].Loss, 5e-4);
        Assert.Equal(probability, result.Classifier.Predict("the film was superb").Probability, 1e-3);
    }
}

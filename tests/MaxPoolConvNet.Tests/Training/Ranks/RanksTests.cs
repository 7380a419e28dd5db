using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>A training that ranks share gives the bits of one process, however many they are.</summary>
public class RanksTests
{
    private static readonly LabeledText[] _texts = ToyTexts.Noise(60);

    private static readonly TrainingOptions _small = new()
    {
        Epochs = 2,
        Networks = 1,
        Calibration = Calibration.None,
        Compact = false,
        Network = new ConvNetOptions { Filters = [new(1, 37), new(2, 30), new(3, 60)] },
    };

    public static TheoryData<string, int> Cases()
    {
        var cases = new TheoryData<string, int>();
        foreach (string form in _forms.Keys)
        {
            foreach (int ranks in (int[])[2, 3, 7])
                cases.Add(form, ranks);
        }

        return cases;
    }

    private static readonly Dictionary<string, Func<TrainingOptions, TrainingOptions>> _forms = new()
    {
        ["text by text"] = options => options with { BatchSize = 1 },
        ["batches"] = options => options with { BatchSize = 16 },
        ["batches that don't divide the texts"] = options => options with { BatchSize = 7, Threads = 2 },
        ["MaxNorm"] = options => options with { BatchSize = 16, MaxNorm = 0.05 },
        ["MaxNorm, text by text"] = options => options with { MaxNorm = 0.05 },
        ["clipped gradients"] = options => options with { BatchSize = 16, MaxGradientNorm = 0.01 },
        ["SGD, no biases"] = options => options with
        {
            Optimizer = new Sgd { LearningRate = 0.3 },
            Network = options.Network with { Biases = false, Activation = Activation.Relu, Padding = Padding.Narrow },
        },
        ["Adam with weight decay"] = options => options with { BatchSize = 20, Optimizer = new Adam(), WeightDecay = 0.001 },
        ["AdaDelta"] = options => options with { BatchSize = 20, Optimizer = new AdaDelta() },
        ["several networks"] = options => options with { Networks = 3 },
        ["several networks, large batches"] = options => options with { Networks = 4, BatchSize = 16 },
        ["calibrated and compact"] = options => options with { Networks = 2, Calibration = Calibration.OutOfFold, Compact = true },
        ["calibrated, large batches"] = options => options with { Networks = 3, Calibration = Calibration.OutOfFold, BatchSize = 16 },
        ["acceptance"] = options => options with { Networks = 2, Acceptance = true },
        ["early stopping"] = options => options with { Epochs = 4, Networks = 2, EarlyStopping = new EarlyStopping { Patience = 2 } },
        ["early stopping, large batches"] = options => options with
        {
            Epochs = 4, Networks = 2, BatchSize = 16, Calibration = Calibration.OutOfFold, EarlyStopping = new EarlyStopping { Patience = 2 },
        },
        ["static vectors"] = options => options with
        {
            BatchSize = 16,
            Network = options.Network with { Embedding = new EmbeddingOptions { Kind = EmbeddingKind.Static, Dimension = 20 } },
        },
        ["static vectors, text by text"] = options => options with
        {
            Optimizer = new Adam(),
            Network = options.Network with { Embedding = new EmbeddingOptions { Kind = EmbeddingKind.Static, Dimension = 20, Filters = [new(1, 40), new(2, 16)] } },
        },
        ["static vectors alone, clipped"] = options => options with
        {
            MaxGradientNorm = 0.01,
            Network = options.Network with { Filters = [], Embedding = new EmbeddingOptions { Kind = EmbeddingKind.Static, Dimension = 20 } },
        },
        ["static vectors, calibrated, acceptance"] = options => options with
        {
            Calibration = Calibration.OutOfFold,
            Acceptance = true,
            Network = options.Network with { Embedding = new EmbeddingOptions { Kind = EmbeddingKind.Static, Dimension = 20, Filters = [new(1, 16)] } },
        },
        ["static vectors, early stopping"] = options => options with
        {
            Epochs = 4,
            EarlyStopping = new EarlyStopping { Patience = 2 },
            Network = options.Network with { Embedding = new EmbeddingOptions { Kind = EmbeddingKind.Static, Dimension = 20, Filters = [new(1, 16)] } },
        },
        ["sub-words"] = options => options with { Networks = 2, Tokenizer = new SubwordTokenizer(), Calibration = Calibration.OutOfFold },
        ["trained vectors, one network"] = options => options with
        {
            BatchSize = 16,
            Threads = 2,
            Network = options.Network with { Embedding = new EmbeddingOptions { Kind = EmbeddingKind.Trained, Dimension = 20 } },
        },
        ["two channels, clipped"] = options => options with
        {
            BatchSize = 20,
            MaxGradientNorm = 0.01,
            Optimizer = new AdaDelta(),
            Network = options.Network with { Filters = [], Embedding = new EmbeddingOptions { Kind = EmbeddingKind.TwoChannel, Dimension = 20, Filters = [new(3, 50), new(4, 50), new(5, 50)] } },
        },
        ["trained vectors"] = options => options with
        {
            Networks = 3,
            Network = options.Network with { Embedding = new EmbeddingOptions { Kind = EmbeddingKind.TwoChannel, Dimension = 20 } },
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void AClassifierOfSeveralRanksIsThatOfOneProcess(string form, int ranks)
    {
        TrainingOptions options = _forms[form](_small);
        TrainingResult alone = new Trainer(options).Train(_texts);
        byte[] expected = ModelBytes.Of(alone.Classifier);

        TrainingResult[] results = ThreadRanks.Run(ranks, rank => new Trainer(options with { Ranks = rank }).Train(_texts));

        foreach (TrainingResult result in results)
        {
            Assert.Equal(alone.Epochs.Select(Figures), result.Epochs.Select(Figures));
            Assert.Equal((alone.BestEpoch, alone.TrainedWordCount, alone.StopReason), (result.BestEpoch, result.TrainedWordCount, result.StopReason));
            byte[] saved = ModelBytes.Of(result.Classifier);
            Assert.Equal(expected, saved);
        }
    }

    private static (int, double, double, double?, double?) Figures(EpochReport epoch) =>
        (epoch.Epoch, epoch.Loss, epoch.Accuracy, epoch.HeldOutLoss, epoch.HeldOutAccuracy);
}

using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>A checkpoint of any number of ranks, which share the filters of a network, has the bytes of one process.</summary>
public class RankCheckpointTests
{
    private static readonly FilterGroup[] _filters = [new(1, 37), new(2, 30), new(3, 60)];

    private static readonly TrainingOptions _small = new()
    {
        Epochs = 3,
        Networks = 1,
        BatchSize = 16,
        Threads = 1,
        Calibration = Calibration.None,
        Network = new ConvNetOptions { Filters = _filters },
    };

    private static readonly Dictionary<string, TrainingOptions> _forms = new()
    {
        ["AdaGrad, text by text"] = _small with { BatchSize = 1, Optimizer = new AdaGrad() },
        ["AdaGrad, MaxNorm"] = _small with { MaxNorm = 0.05, Optimizer = new AdaGrad() },
        ["Adam, weight decay, clipped"] = _small with { Optimizer = new Adam(), WeightDecay = 0.001, MaxGradientNorm = 0.01 },
        ["momentum, no biases"] = _small with
        {
            Optimizer = new Sgd { Momentum = 0.9 }, Network = new ConvNetOptions { Filters = _filters, Biases = false },
        },
        ["several labels"] = _small with { LabelsPerText = LabelsPerText.Several, Optimizer = new Adam() },
        ["Kim's network"] = _small with
        {
            Optimizer = new AdaDelta(),
            MaxNorm = 3,
            Network = new ConvNetOptions
            {
                Filters = [],
                Embedding = new EmbeddingOptions { Kind = EmbeddingKind.Trained, Dimension = 20, Filters = [new(3, 50), new(4, 50), new(5, 50)] },
            },
        },
        ["one-hot filters beside static vectors"] = _small with
        {
            Optimizer = new Adam(),
            Network = new ConvNetOptions
            {
                Filters = _filters, Embedding = new EmbeddingOptions { Kind = EmbeddingKind.Static, Vectors = Vectors(), Filters = [new(2, 21), new(3, 40)] },
            },
        },
        ["two groups, early stopping, calibrated"] = _small with
        {
            Networks = 2, Calibration = Calibration.OutOfFold, EarlyStopping = new EarlyStopping { Patience = 3 }, Optimizer = new Adam(),
        },
        ["two groups over two channels"] = _small with
        {
            Networks = 2,
            BatchSize = 1,
            Optimizer = new AdaDelta(),
            Network = new ConvNetOptions { Filters = _filters, Embedding = new EmbeddingOptions { Kind = EmbeddingKind.TwoChannel, Dimension = 9 } },
        },
    };

    public static TheoryData<string> Forms { get; } = [.. _forms.Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public void ACheckpointHasTheBytesOfOneProcess(string form)
    {
        (byte[] expected, byte[] model) = Run(1, _forms[form]);

        foreach (int ranks in (int[])[2, 3, 4, 7])
        {
            (byte[] checkpoint, byte[] classifier) = Run(ranks, _forms[form]);

            Assert.Equal(expected, checkpoint);
            Assert.Equal(model, classifier);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void AnotherNumberOfRanksResumesToTheSameBits(string form)
    {
        (byte[] checkpoint, byte[] model) = Run(1, _forms[form]);

        foreach ((int before, int then, int end) in ((int, int, int)[])[(1, 3, 2), (4, 1, 7), (7, 2, 1)])
        {
            using var file = new TemporaryFile("checkpoint");
            Run(before, _forms[form], file, stopAfter: 1);
            Run(then, _forms[form], file, stopAfter: 2);
            Assert.NotEqual(checkpoint, File.ReadAllBytes(file.Path));
            byte[] classifier = Run(end, _forms[form], file);

            Assert.Equal(model, classifier);
            Assert.Equal(checkpoint, File.ReadAllBytes(file.Path));
        }
    }

    private static (byte[] Checkpoint, byte[] Model) Run(int ranks, TrainingOptions options)
    {
        using var file = new TemporaryFile("checkpoint");
        byte[] model = Run(ranks, options, file);
        return (File.ReadAllBytes(file.Path), model);
    }

    /// <summary>Trains at ranks whose clocks stand still; returns the classifier of the first.</summary>
    private static byte[] Run(int ranks, TrainingOptions options, TemporaryFile file, int stopAfter = int.MaxValue) => ThreadRanks.Run(ranks, rank =>
    {
        using var stop = new CancellationTokenSource();
        var progress = new ReportedProgress<TrainingProgress>(report =>
        {
            if (report.Epoch > stopAfter) stop.Cancel();
        });
        TrainingOptions own = options with { Checkpoint = file.Path, Ranks = ranks == 1 ? null : rank };
        LabeledText[] texts = options.LabelsPerText == LabelsPerText.Several ? TagTexts.Make(60) : ToyTexts.Noise(60);
        TextClassifier classifier = new Trainer(own, timeProvider: new ManualTime()).Train(texts, progress, stop.Token).Classifier;
        using var stream = new MemoryStream();
        classifier.Save(stream);
        return stream.ToArray();
    })[0];

    private static WordVectors Vectors()
    {
        string[] words = [.. ToyTexts.Noise(60).SelectMany(text => text.Text.Split(' ')).Distinct()];
        sbyte[] values = [.. Enumerable.Range(0, words.Length * 5).Select(at => (sbyte)((at * 37 % 255) - 127))];
        return WordVectors.FromBytes(words, values, [0.01f, 0.02f, 0.03f, 0.01f, 0.02f]);
    }
}

using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

[Trait("Category", "Slow")]
public class ReproducibilityTests
{
    private static readonly TrainingOptions _batches = TrainingCalls.Small with
    {
        Network = new ConvNetOptions { Filters = [new(1, 21), new(2, 21), new(3, 21), new(5, 21)] }, BatchSize = 7, Epochs = 3,
    };

    private static readonly Optimizer[] _optimizers = [new AdaGrad(), new Sgd(), new Sgd { Momentum = 0.9 }, new AdaDelta(), new Adam()];

    private static readonly Dictionary<string, TrainingOptions> _forms = new()
    {
        ["one-hot filters"] = _batches,
        ["two channels"] = _batches with
        {
            MaxGradientNorm = 0.5, WeightDecay = 1e-3, Network = BesideVectors(EmbeddingKind.TwoChannel),
        },
        ["static vectors, text by text"] = _batches with { BatchSize = 1, Network = BesideVectors(EmbeddingKind.Static) },
    };

    public static MatrixTheoryData<Optimizer, string> OptimizersAndForms { get; } = new(_optimizers, _forms.Keys);

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    public void TheSameSeedGivesTheSameWeightsBitForBit(int batchSize)
    {
        TrainingOptions options = TrainingCalls.Small with { BatchSize = batchSize, EarlyStopping = new EarlyStopping(), Seed = 5 };

        Assert.Equal(WeightsAfter(options), WeightsAfter(options));
    }

    [Fact]
    public void TextsComeFromAnyEnumerationAndAreReadOnce()
    {
        int read = 0;
        IEnumerable<LabeledText> texts = ToyTexts.Noise(60).Select(text =>
        {
            read++;
            return text;
        });

        Assert.Equal(WeightsAfter(TrainingCalls.Small), Weights.Of(TextClassifier.Train(texts, TrainingCalls.Small, cancellationToken: TestContext.Current.CancellationToken)));
        Assert.Equal(60, read);
    }

    [Fact]
    public void AnotherSeedGivesOtherWeights() =>
        Assert.NotEqual(WeightsAfter(TrainingCalls.Small with { Seed = 5 }), WeightsAfter(TrainingCalls.Small with { Seed = 6 }));

    [Fact]
    public void TheSeedAlsoDrawsTheOrderOfTheTextsAndDropout()
    {
        // all weights begin with 0, and only the biases can tell one order from another
        TrainingOptions zero = TrainingCalls.Small with { Network = new ConvNetOptions { Filters = [new(1, 2), new(2, 2), new(3, 2)], InitialDeviation = 0 } };

        Assert.NotEqual(WeightsAfter(zero with { Seed = 5 }), WeightsAfter(zero with { Seed = 6 }));
    }

    [Theory]
    [MemberData(nameof(OptimizersAndForms))]
    public void TheNumberOfThreadsChangesNoBit(Optimizer optimizer, string form)
    {
        TrainingOptions options = _forms[form] with { Optimizer = optimizer };
        double[] alone = WeightsAfter(options);

        foreach (int threads in new[] { 2, 3, 8, 40 })
            Assert.Equal(alone, WeightsAfter(options with { Threads = threads }));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 2)]
    public void TheNumberOfThreadsChangesNoBitOfAveragedNetworks(int batchSize, int dimension)
    {
        TrainingOptions options = _batches with
        {
            BatchSize = batchSize, Networks = 3, EarlyStopping = new EarlyStopping(),
            Network = _batches.Network with { Embedding = new EmbeddingOptions { Dimension = dimension } },
        };
        double[] alone = WeightsAfter(options);

        foreach (int threads in new[] { 2, 3, 8 })
            Assert.Equal(alone, WeightsAfter(options with { Threads = threads }));
    }

    [Fact]
    public void TrainingTwiceWithOneTrainerGivesTheSameClassifier()
    {
        var trainer = new Trainer(TrainingCalls.Small);
        CancellationToken cancellation = TestContext.Current.CancellationToken;

        Assert.Equal(
            Weights.Of(trainer.Train(ToyTexts.Noise(40), null, cancellation).Classifier),
            Weights.Of(trainer.Train(ToyTexts.Noise(40), null, cancellation).Classifier));
    }

    private static ConvNetOptions BesideVectors(EmbeddingKind kind) => new()
    {
        Filters = [new(1, 21), new(3, 5)],
        Embedding = new EmbeddingOptions { Kind = kind, Dimension = 37, Filters = [new(2, 40), new(3, 9)] },
    };

    private static double[] WeightsAfter(TrainingOptions options) =>
        Weights.Of(TrainingCalls.Train(ToyTexts.Noise(60), options).Classifier);
}

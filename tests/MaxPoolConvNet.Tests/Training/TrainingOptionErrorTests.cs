using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class TrainingOptionErrorTests
{
    private static readonly TrainingOptions _defaults = new();

    public static TheoryData<TrainingOptions, string> OutOfRange { get; } = new()
    {
        { Of(new ConvNetOptions { Filters = [new(2), new(0)] }), "Filters[1].Width is 0; a number from 1 to 100 was expected" },
        { Of(new ConvNetOptions { Filters = [new(101)] }), "Filters[0].Width is 101; a number from 1 to 100 was expected" },
        { Of(new ConvNetOptions { Filters = [] }), "Filters is empty; at least one width was expected where there is no embedding" },
        { Of(new ConvNetOptions { Filters = [new(2), new(3), new(2)] }), "Filters: the widths have to be all different" },
        { Of(new ConvNetOptions { Embedding = new EmbeddingOptions { Filters = [] } }), "Embedding.Filters is empty; at least one width of the filters over the embedding was expected" },
        { Of(new ConvNetOptions { Embedding = new EmbeddingOptions { Filters = [new(101)] } }), "Embedding.Filters[0].Width is 101; a number from 1 to 100 was expected" },
        { Of(new ConvNetOptions { Embedding = new EmbeddingOptions { Filters = [new(3), new(4, 0)] } }), "Embedding.Filters[1].Count is 0; a number from 1 to 100000 was expected" },
        { Of(new ConvNetOptions { Embedding = new EmbeddingOptions { Dimension = 0 } }), "Embedding.Dimension is 0; a number from 1 to 10000 was expected" },
        { Of(new ConvNetOptions { Embedding = new EmbeddingOptions { Kind = (EmbeddingKind)9 } }), "Embedding.Kind is 9; one of Trained, Static, TwoChannel was expected" },
        { Of(new ConvNetOptions { Filters = [new(1, 0)] }), "Filters[0].Count is 0; a number from 1 to 100000 was expected" },
        { Of(new ConvNetOptions { Filters = [new(1, 100_001)] }), "Filters[0].Count is 100001; a number from 1 to 100000 was expected" },
        { Of(new ConvNetOptions { Activation = (Activation)7 }), "Activation is 7; one of Tanh, Relu was expected" },
        { Of(new ConvNetOptions { Padding = (Padding)(-1) }), "Padding is -1; one of Narrow, Wide was expected" },
        { Of(new ConvNetOptions { InitialDeviation = -0.1 }), "InitialDeviation is -0.1; a number from 0 to 10 was expected" },
        { _defaults with { Epochs = 0 }, "Epochs is 0; a number from 1 to 10000 was expected" },
        { _defaults with { Epochs = 10_001 }, "Epochs is 10001; a number from 1 to 10000 was expected" },
        { Of(0), "LearningRate is 0; a number from 1E-12 to 100 was expected" },
        { Of(-0.5), "LearningRate is -0.5; a number from 1E-12 to 100 was expected" },
        { Of(double.NaN), "LearningRate is NaN; a number from 1E-12 to 100 was expected" },
        { Of(double.PositiveInfinity), "LearningRate is Infinity; a number from 1E-12 to 100 was expected" },
        { _defaults with { Optimizer = new Sgd { LearningRate = 101 } }, "LearningRate is 101; a number from 1E-12 to 100 was expected" },
        { _defaults with { Dropout = -0.1 }, "Dropout is -0.1; a number from 0 to 0.95 was expected" },
        { _defaults with { Dropout = 1 }, "Dropout is 1; a number from 0 to 0.95 was expected" },
        { _defaults with { Dropout = double.NaN }, "Dropout is NaN; a number from 0 to 0.95 was expected" },
        { _defaults with { Threads = 0 }, "Threads is 0; a number from 1 to 1024 was expected" },
        { _defaults with { BatchSize = 0 }, "BatchSize is 0; a number from 1 to 100000 was expected" },
        { Of(new EarlyStopping { Patience = 0 }), "Patience is 0; a number from 1 to 1000 was expected" },
        { Of(new EarlyStopping { HeldOutFraction = 0 }), "HeldOutFraction is 0; a number from 0.01 to 0.5 was expected" },
        { Of(new EarlyStopping { HeldOutFraction = 0.6 }), "HeldOutFraction is 0.6; a number from 0.01 to 0.5 was expected" },
        { Of(new EarlyStopping { HeldOutFraction = double.NaN }), "HeldOutFraction is NaN; a number from 0.01 to 0.5 was expected" },
    };

    public static TheoryData<TrainingOptions, string> Missing { get; } = new()
    {
        { _defaults with { Tokenizer = null! }, "Tokenizer" },
        { _defaults with { Vocabulary = null! }, "Vocabulary" },
        { _defaults with { Network = null! }, "Network" },
        { _defaults with { Optimizer = null! }, "Optimizer" },
    };

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void AnOptionOutOfItsRangeIsNamedWithItsValueAndItsRange(TrainingOptions options, string message)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer(options));

        Assert.StartsWith($"{message} (Parameter '", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Missing))]
    public void AnOptionThatIsNullIsNamed(TrainingOptions options, string name) =>
        Assert.Equal(name, Assert.Throws<ArgumentNullException>(() => new Trainer(options)).ParamName);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void ABlankNameOfACheckpoint_IsNone(string name) =>
        Assert.Equal("Checkpoint", Assert.Throws<ArgumentException>(() => new Trainer(_defaults with { Checkpoint = name })).ParamName);

    [Fact]
    public void ValuesAtTheEndsOfTheirRangesAreTaken()
    {
        TrainingOptions least = new()
        {
            Network = new ConvNetOptions { Filters = [new(1, 1)], InitialDeviation = 0 },
            Optimizer = new Sgd { LearningRate = 1e-12 }, Epochs = 1, BatchSize = 1, Dropout = 0, Threads = 1, Seed = 0,
            EarlyStopping = new EarlyStopping { HeldOutFraction = 0.01, Patience = 1 },
        };
        TrainingOptions most = new()
        {
            Network = new ConvNetOptions { Filters = [new(100, 3)] },
            Epochs = 1, BatchSize = 10, Dropout = 0.95, Threads = 1_024, Seed = ulong.MaxValue,
            EarlyStopping = new EarlyStopping { HeldOutFraction = 0.5, Patience = 1_000 },
        };

        foreach (TrainingOptions options in new[] { least, most })
            Assert.Single(TrainingCalls.Train(ToyTexts.Separable(10), options).Epochs);
    }

    private static TrainingOptions Of(ConvNetOptions network) => _defaults with { Network = network };

    private static TrainingOptions Of(double learningRate) => _defaults with { Optimizer = new AdaGrad { LearningRate = learningRate } };

    private static TrainingOptions Of(EarlyStopping early) => _defaults with { EarlyStopping = early };
}

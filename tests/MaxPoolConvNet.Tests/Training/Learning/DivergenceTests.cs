using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class DivergenceTests
{
    private static readonly TrainingOptions _tooFast = new()
    {
        Network = new ConvNetOptions { Filters = [new(1), new(2)], Activation = Activation.Relu, Padding = Padding.Narrow, Biases = false },
        Optimizer = new Sgd { LearningRate = 100 },
        Epochs = 50,
    };

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void ALearningRateThatIsTooLargeIsAnErrorThatNamesIt(int batchSize)
    {
        ArithmeticException error = Assert.Throws<TrainingDivergedException>(
            () => TrainingCalls.Train(ToyTexts.Noise(40), _tooFast with { BatchSize = batchSize }));

        Assert.Matches("^training diverged in epoch [0-9]+: the loss is (Infinity|NaN); try a learning rate smaller than 100$", error.Message);
    }

    [Fact]
    public void WeightsThatRanAwayAreFoundEvenWhereTheLossStaysFinite()
    {
        var network = NetworkInitializer.Create<float>(5, classes: 2, new ConvNetOptions(), new CounterRandom(1));
        Assert.Null(network.FindNotFinite());
        network.Tables[1][4, 1, 99] = float.NaN;

        Assert.Equal("an entry of U is NaN", network.FindNotFinite());
    }
}

using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>Weight decay, bounds of norms, and the learning rate's way down, against their formulas.</summary>
public class RegularizationTests
{
    private const double Rate = 0.3;

    public static TheoryData<ConvNetOptions> Forms => NetworkForms.All;

    [Theory]
    [MemberData(nameof(Forms))]
    public void WeightDecay_AddsItsGradientToEveryEntryThatIsStepped(ConvNetOptions form)
    {
        var fixture = new StepFixture(form, new Sgd { LearningRate = Rate }, batchSize: 2, with: options => options with { WeightDecay = 0.1 });
        ConvNet network = fixture.Network();
        Dictionary<string, Matrix<double>> before = StepFixture.Copy(network);
        Dictionary<string, Matrix<double>> gradient = StepFixture.MeanGradient(network, 0, 3);

        fixture.Step(0, 3);

        StepFixture.AssertParameters(
            fixture.Network(),
            (name, row, column) =>
            {
                bool oneHot = name.StartsWith('U') && !network.Filters.IsEmpty && !name.EndsWith(".embedding", StringComparison.Ordinal);
                bool rests = (oneHot && gradient[name][row, column] == 0) || (name == "embedding" && !StepFixture.Occurs(row, 0, 3));
                return before[name][row, column] + (Rate * (gradient[name][row, column] - (rests ? 0 : 0.1 * before[name][row, column])));
            },
            tolerance: 1e-6);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void MaxGradientNorm_ShortensTheMeanGradientOfAllParametersTogether(ConvNetOptions form)
    {
        const double Most = 0.05;
        foreach (int batchSize in new[] { 1, 3 })
        {
            var fixture = new StepFixture(form, new Sgd { LearningRate = Rate }, batchSize, with: options => options with { MaxGradientNorm = Most });
            int[] texts = batchSize == 1 ? [3] : [3, 0, 1];
            ConvNet network = fixture.Network();
            Dictionary<string, Matrix<double>> before = StepFixture.Copy(network);
            Dictionary<string, Matrix<double>> gradient = StepFixture.MeanGradient(network, texts);
            double norm = Math.Sqrt(gradient.Values.Sum(block => Math.Pow(block.FrobeniusNorm(), 2)));
            Assert.True(norm > 2 * Most);

            fixture.Step(texts);

            StepFixture.AssertParameters(
                fixture.Network(), (name, row, column) => before[name][row, column] + (Rate * Most / norm * gradient[name][row, column]), tolerance: 1e-6);
        }
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(4, 15)]
    public void MaxGradientNorm_ThatIsNotReachedChangesNothing(int batchSize, int digits)
    {
        // a batch of one text without a bound is summed in another order; AdaGrad's rounded sums would show it more
        TrainingOptions options = TrainingCalls.Small with { BatchSize = batchSize, Optimizer = new Sgd() };
        double[] free = Weights.Of(TrainingCalls.Train(ToyTexts.Noise(40), options).Classifier);
        double[] bound = Weights.Of(TrainingCalls.Train(ToyTexts.Noise(40), options with { MaxGradientNorm = 1e6 }).Classifier);

        Assert.All(free.Zip(bound), pair => Assert.Equal(pair.First, pair.Second, Math.Pow(10, -digits)));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void MaxNorm_ShortensRowsOfVAndNothingElse(ConvNetOptions form)
    {
        var free = new StepFixture(form, new Sgd { LearningRate = Rate });
        double norm = StepFixture.Copy(free.Network())["V"].Row(0).L2Norm();
        var bound = new StepFixture(form, new Sgd { LearningRate = Rate }, with: options => options with { MaxNorm = norm / 2 });
        free.Step(3);
        bound.Step(3);

        Dictionary<string, Matrix<double>> without = StepFixture.Copy(free.Network());
        Vector<double> row = without["V"].Row(0);
        StepFixture.AssertParameters(
            bound.Network(),
            (name, r, column) => without[name][r, column] * (name == "V" ? norm / 2 / row.L2Norm() : 1),
            tolerance: 1e-6);
    }

    [Fact]
    public void FinalLearningRateFactor_IsReachedInAStraightLine()
    {
        // the gradient of the first bias is nearly the same in every step, so that the steps are as long as their rates
        TrainingOptions options = TrainingCalls.Small with
        {
            Optimizer = new Sgd { LearningRate = 1e-3 }, Epochs = 4, BatchSize = 1_000, Dropout = 0,
            Network = new ConvNetOptions { Filters = [new(1, 3)] },
        };
        double whole = Moved(options);
        double falling = Moved(options with { FinalLearningRateFactor = 0 });

        // rates 1, 3/4, 2/4, 1/4 of four steps
        Assert.Equal(0.625, falling / whole, 0.01);

        static double Moved(TrainingOptions options)
        {
            double[] end = Weights.Of(TrainingCalls.Train(ToyTexts.OfFourWords(20), options).Classifier);
            double[] begin = Weights.Of(TrainingCalls.Train(ToyTexts.OfFourWords(20), options with { Optimizer = new Sgd { LearningRate = 1e-12 } }).Classifier);
            return Math.Sqrt(end.Zip(begin, (a, b) => (a - b) * (a - b)).Sum());
        }
    }

    [Fact]
    public void OptionsOutOfTheirRange_AreNamed()
    {
        AssertRefused(new TrainingOptions { WeightDecay = -1 }, "WeightDecay is -1; a number from 0 to 1 was expected");
        AssertRefused(new TrainingOptions { MaxNorm = 0 }, "MaxNorm is 0; a number from 0.001 to 1000000 was expected");
        AssertRefused(new TrainingOptions { MaxGradientNorm = double.NaN }, "MaxGradientNorm is NaN; a number from 1E-06 to 1000000 was expected");
        AssertRefused(new TrainingOptions { FinalLearningRateFactor = 1.1 }, "FinalLearningRateFactor is 1.1; a number from 0 to 1 was expected");
        AssertRefused(new TrainingOptions { Networks = 0 }, "Networks is 0; a number from 1 to 100 was expected");
    }

    private static void AssertRefused(TrainingOptions options, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentOutOfRangeException>(() => new Trainer(options)).Message, StringComparison.Ordinal);
}

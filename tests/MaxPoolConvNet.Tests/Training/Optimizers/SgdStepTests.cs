using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class SgdStepTests
{
    private const double Rate = 0.3;

    public static TheoryData<ConvNetOptions> Forms => NetworkForms.All;

    [Theory]
    [MemberData(nameof(Forms))]
    public void AStepOnOneTextAddsTheLearningRateTimesItsGradient(ConvNetOptions form)
    {
        for (int text = 0; text < 4; text++)
            AssertStep(new StepFixture(form, new Sgd { LearningRate = Rate }), text);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void AStepOnABatchAddsTheLearningRateTimesTheMeanGradient(ConvNetOptions form) =>
        AssertStep(new StepFixture(form, new Sgd { LearningRate = Rate }, batchSize: 3), 3, 0, 1);

    [Theory]
    [MemberData(nameof(Forms))]
    public void ABatchThatIsNotFullIsDividedByItsOwnSize(ConvNetOptions form) =>
        AssertStep(new StepFixture(form, new Sgd { LearningRate = Rate }, batchSize: 3), 0, 2);

    [Fact]
    public void AStepTellsLossAndHitsFromBeforeIt()
    {
        var fixture = new StepFixture(new ConvNetOptions { InitialDeviation = 0.5 }, new Sgd(), batchSize: 4);
        double loss = StepFixture.MeanLoss(fixture.Network(), 0, 1, 2, 3);

        Tally tally = fixture.Step(0, 1, 2, 3);

        Assert.Equal(4, tally.Texts);
        Assert.Equal(loss, tally.Loss, 1e-5);
    }

    private static void AssertStep(StepFixture fixture, params int[] texts)
    {
        ConvNet network = fixture.Network();
        Dictionary<string, Matrix<double>> before = StepFixture.Copy(network);
        Dictionary<string, Matrix<double>> gradient = StepFixture.MeanGradient(network, texts);
        Assert.Contains(gradient.Values, block => block.L2Norm() > 0.01);

        fixture.Step(texts);

        StepFixture.AssertParameters(
            fixture.Network(), (name, row, column) => before[name][row, column] + (Rate * gradient[name][row, column]), tolerance: 1e-6);
    }
}

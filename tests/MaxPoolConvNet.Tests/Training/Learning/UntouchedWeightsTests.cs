using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class UntouchedWeightsTests
{
    private const int Width = 3;

    public static TheoryData<Optimizer, int, double> Ways { get; } = new()
    {
        { new Sgd(), 1, 0.0 }, { new Sgd(), 2, 0.5 }, { new AdaGrad(), 1, 0.5 }, { new AdaGrad(), 2, 0.0 },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void WordsThatDoNotOccurKeepTheirFirstWeights(Optimizer optimizer, int batchSize, double dropout)
    {
        var form = new ConvNetOptions { Filters = [new(Width, 20)], InitialDeviation = 0.5 };
        var fixture = new StepFixture(form, optimizer, batchSize, dropout);
        Matrix<double> before = StepFixture.Copy(fixture.Network())["U"];

        for (int step = 0; step < 20; step++)
            fixture.Step([.. Enumerable.Range(step, batchSize).Select(text => text % 4)]);

        Matrix<double> after = StepFixture.Copy(fixture.Network())["U"];
        for (int position = 0; position < Width; position++)
        {
            foreach (int absent in new[] { 8, 9 })
                Assert.Equal(before.Row((position * StepFixture.VocabularySize) + absent), after.Row((position * StepFixture.VocabularySize) + absent));
            Assert.NotEqual(before.Row(position * StepFixture.VocabularySize), after.Row(position * StepFixture.VocabularySize));
        }
    }
}

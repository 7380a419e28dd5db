using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class StepAllocationTests
{
    public static TheoryData<Optimizer, double> Ways { get; } = new() { { new Sgd(), 0.0 }, { new Sgd(), 0.5 }, { new AdaGrad(), 0.0 }, { new AdaGrad(), 0.5 } };

    [Theory]
    [MemberData(nameof(Ways))]
    public void AStepOnOneTextAllocatesNothing(Optimizer optimizer, double dropout)
    {
        var fixture = new StepFixture(new ConvNetOptions(), optimizer, dropout: dropout);
        int[][] steps = [[0], [1], [2], [3]];
        Repeat(fixture, steps, 20);

        Assert.Equal(0, AllocatedBytes.LeastOf(() => Repeat(fixture, steps, 200)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void AStepOnABatchAllocatesNothing(int threads)
    {
        var network = new ConvNetOptions { Embedding = new EmbeddingOptions { Kind = EmbeddingKind.TwoChannel, Dimension = 20, Filters = [new(3, 20), new(4, 20), new(5, 20)] } };
        var fixture = new StepFixture(network, new AdaDelta(), batchSize: 4, dropout: 0.5, with: options => options with { Threads = threads });
        int[][] steps = [[0, 1, 2, 3], [3, 1], [2]];
        Repeat(fixture, steps, 20);

        Assert.Equal(0, AllocatedBytes.LeastOf(() => Repeat(fixture, steps, 50)));
    }

    private static void Repeat(StepFixture fixture, int[][] steps, int times)
    {
        for (int time = 0; time < times; time++)
        {
            foreach (int[] step in steps)
                fixture.Step(step);
        }
    }
}

using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class DropoutTests
{
    private const int Features = 300;

    private static readonly CounterRandom _seed = new(7);

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(0.95)]
    public void FactorsLeaveOutTheRateAndKeepTheMean(double rate)
    {
        float[] factors = [.. Enumerable.Range(0, 1000).SelectMany(text => Draw(rate, epoch: 1, text))];

        Assert.Equal(rate, factors.Count(factor => factor == 0) / (double)factors.Length, 0.005);
        Assert.Equal(1, factors.Average(), 0.05);
        Assert.All(factors.Where(factor => factor != 0), factor => Assert.Equal(1 / (1 - rate), factor, 1e-5));
    }

    [Fact]
    public void EveryFeatureIsLeftOutEquallyOften()
    {
        int[] left = new int[Features];
        for (int text = 0; text < 2000; text++)
        {
            float[] factors = Draw(0.5, epoch: 1, text);
            for (int j = 0; j < Features; j++)
                left[j] += factors[j] == 0 ? 1 : 0;
        }

        // 1000 ± 22 each; five deviations
        Assert.All(left, times => Assert.InRange(times, 888, 1112));
    }

    [Fact]
    public void ARateOfZeroGivesNoFactors() => Assert.Empty(new Dropout(0, Features).Draw(_seed).ToArray());

    [Fact]
    public void FactorsBelongToTextAndEpoch()
    {
        Assert.Equal(Draw(0.5, epoch: 1, text: 2), Draw(0.5, epoch: 1, text: 2));
        Assert.NotEqual(Draw(0.5, epoch: 1, text: 2), Draw(0.5, epoch: 1, text: 3));
        Assert.NotEqual(Draw(0.5, epoch: 1, text: 2), Draw(0.5, epoch: 2, text: 2));
    }

    [Fact]
    public void DrawingForAnotherTextLeavesNothingBehind()
    {
        var dropout = new Dropout(0.5, Features);
        dropout.Draw(_seed.Stream(1));

        Assert.Equal(new Dropout(0.5, Features).Draw(_seed.Stream(2)), dropout.Draw(_seed.Stream(2)));
    }

    private static float[] Draw(double rate, ulong epoch, int text) =>
        new Dropout(rate, Features).Draw(_seed.Stream(epoch).Stream((ulong)text))[..Features].ToArray();
}

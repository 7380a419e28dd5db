using MaxPoolConvNet.Tool.Tuning;

namespace MaxPoolConvNet.Tool.Tests.Tuning;

public class RandomDrawsTests
{
    /// <summary>The first numbers below 1,000: what tune tries with a seed stays the same from version to version.</summary>
    [Theory]
    [InlineData(1, new[] { 368, 943, 45, 777, 219, 774 })]
    [InlineData(ulong.MaxValue, new[] { 366, 740, 510, 926, 511, 154 })]
    public void ASeed_GivesItsNumbers(ulong seed, int[] expected)
    {
        var random = new RandomDraws(seed);

        Assert.Equal(expected, expected.Select(_ => random.Below(1_000)));
    }

    [Fact]
    public void Numbers_AreSpreadOverTheRange()
    {
        var random = new RandomDraws(5);
        double[] drawn = [.. Enumerable.Range(0, 10_000).Select(_ => random.Between(-2, 4))];

        Assert.All(drawn, number => Assert.InRange(number, -2, 4));
        Assert.Equal(1, drawn.Average(), 0.1);
        Assert.InRange(drawn.Count(number => number < 0), 3_100, 3_570);
    }

    [Fact]
    public void OnALogarithmicScale_HalfIsBelowTheGeometricMean()
    {
        var random = new RandomDraws(5);
        double[] drawn = [.. Enumerable.Range(0, 10_000).Select(_ => random.LogBetween(0.01, 1))];

        Assert.All(drawn, number => Assert.InRange(number, 0.01, 1));
        Assert.InRange(drawn.Count(number => number < 0.1), 4_800, 5_200);
    }
}

using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tests;

public class BinomialTailTests
{
    [Theory]
    [InlineData(1, 0.005)]
    [InlineData(2, 0.5)]
    [InlineData(59, 0.05)]
    [InlineData(598, 0.005)]
    [InlineData(2_000, 0.1)]
    [InlineData(30_000, 0.2)]
    public void AtMost_IsTheSumOfProbabilities(int trials, double probability)
    {
        double deviation = Math.Sqrt(trials * probability * (1 - probability));
        foreach (double distance in new[] { -5, -2, -1.6, 0, 1, 3 })
        {
            int count = Math.Clamp((int)((trials * probability) + (distance * deviation)), 0, trials);
            double expected = Sum(count, trials, probability);
            Assert.Equal(1, BinomialTail.AtMost(count, trials, probability) / expected, 1e-8);
        }
    }

    // 0.95^58 = 0.0510, 0.95^59 = 0.0485
    [Fact]
    public void NoneWrongOf59_RejectsFivePercent()
    {
        Assert.InRange(BinomialTail.AtMost(0, 58, 0.05), 0.0500001, 0.052);
        Assert.InRange(BinomialTail.AtMost(0, 59, 0.05), 0.048, 0.05);
    }

    [Fact]
    public void EveryCount_IsCertain() => Assert.Equal(1, BinomialTail.AtMost(7, 7, 0.3));

    /// <summary>Σ C(n, i)·pⁱ·(1 − p)ⁿ⁻ⁱ for i ≤ k, from logarithms.</summary>
    private static double Sum(int count, int trials, double probability)
    {
        double logarithm = trials * Math.Log(1 - probability);
        double sum = Math.Exp(logarithm);
        for (int i = 0; i < count; i++)
        {
            logarithm += Math.Log((double)(trials - i) / (i + 1)) + Math.Log(probability / (1 - probability));
            sum += Math.Exp(logarithm);
        }

        return sum;
    }
}

using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tests.Evaluation;

public class McNemarTestTests
{
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(5, 15, 2 * 21_700.0 / 1_048_576)] // (1 + 20 + 190 + 1,140 + 4,845 + 15,504) of 2²⁰
    [InlineData(15, 5, 2 * 21_700.0 / 1_048_576)]
    [InlineData(0, 6, 2 / 64.0)]
    [InlineData(3, 3, 1)]
    [InlineData(1, 0, 1)]
    public void PValue_IsTheTwoSidedTailOfTheBinomialDistribution(int onlyFirst, int onlySecond, double expected) =>
        Assert.Equal(expected, McNemarTest.PValue(onlyFirst, onlySecond), 1e-12);
}

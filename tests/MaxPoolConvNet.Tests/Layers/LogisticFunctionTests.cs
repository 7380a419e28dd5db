using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class LogisticFunctionTests
{
    [Theory]
    [InlineData(1000.0, 1, 0.0)]
    [InlineData(1000.0, 0, -1000.0)]
    [InlineData(-1000.0, 1, -1000.0)]
    [InlineData(-1000.0, 0, 0.0)]
    [InlineData(0.0, 1, -0.6931471805599453)]
    [InlineData(40.0, 1, -4.248354255291589e-18)]
    [InlineData(-40.0, 0, -4.248354255291589e-18)]
    [InlineData(700.0, 1, -9.85967654375977e-305)]
    [InlineData(1.0, 1, -0.3132616875182228)]
    public void LogLikelihood_IsExactAtAllSizes(double logit, int label, double expected) =>
        Assert.Equal(expected, LogisticFunction.LogLikelihood(logit, label), Math.Abs(expected) * 1e-14);

    [Fact]
    public void LogLikelihood_IsMonotoneAndItsTwoLabelsDifferByTheLogit()
    {
        double previous = double.NegativeInfinity;
        for (int step = -8000; step <= 8000; step++)
        {
            double logit = step / 10.0;
            double one = LogisticFunction.LogLikelihood(logit, 1);
            double zero = LogisticFunction.LogLikelihood(logit, 0);
            Assert.True(logit < 700 ? one > previous : one >= previous, $"L isn't larger at {logit}");
            Assert.InRange(one, double.MinValue, 0);
            Assert.Equal(logit, one - zero, Math.Abs(logit) * 1e-15);
            Assert.Equal(one, LogisticFunction.LogLikelihood(-logit, 0));
            previous = one;
        }
    }

    [Theory]
    [InlineData(1000.0, 1, 0.0)]
    [InlineData(1000.0, 0, -1.0)]
    [InlineData(-1000.0, 1, 1.0)]
    [InlineData(-1000.0, 0, 0.0)]
    [InlineData(0.0, 1, 0.5)]
    [InlineData(0.0, 0, -0.5)]
    [InlineData(40.0, 1, 4.248354255291589e-18)]
    [InlineData(-40.0, 0, -4.248354255291589e-18)]
    [InlineData(700.0, 1, 9.85967654375977e-305)]
    public void Error_KeepsItsDigits(double logit, int label, double expected) =>
        Assert.Equal(expected, LogisticFunction.Error(logit, label), Math.Abs(expected) * 1e-14);

    [Fact]
    public void Probability_OfBothSignsMakesOne()
    {
        for (int logit = -800; logit <= 800; logit++)
        {
            double probability = LogisticFunction.Probability((double)logit);
            Assert.InRange(probability, 0, 1);
            Assert.Equal(1, probability + LogisticFunction.Probability((double)-logit), 1e-15);
        }
    }

    [Theory]
    [InlineData(90f)]
    [InlineData(-90f)]
    [InlineData(1e30f)]
    [InlineData(-1e30f)]
    public void Float_IsFiniteToo(float logit)
    {
        for (int label = 0; label <= 1; label++)
        {
            Assert.True(float.IsFinite(LogisticFunction.LogLikelihood(logit, label)));
            Assert.InRange(LogisticFunction.Error(logit, label), label - 1, label);
        }
    }
}

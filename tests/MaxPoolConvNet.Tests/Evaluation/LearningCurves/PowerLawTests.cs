using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tests.Evaluation;

public class PowerLawTests
{
    [Theory]
    [InlineData(0.05, 3, 0.5)]
    [InlineData(0, 1, 0.25)]
    [InlineData(0.2, 0, 0.05)]
    public void Fit_FindsTheLawOfExactPoints(double limit, double factor, double exponent)
    {
        var law = new PowerLaw(limit, factor, exponent);
        PowerLaw fitted = PowerLaw.Fit([.. new[] { 100.0, 200, 400, 800 }.Select(texts => (texts, law.At(texts)))]);

        Assert.All([100.0, 1_000, 10_000], texts => Assert.Equal(law.At(texts), fitted.At(texts), 1e-9));
    }

    [Fact]
    public void AnErrorThatGrows_IsFittedByAConstant()
    {
        PowerLaw fitted = PowerLaw.Fit([(100, 0.1), (200, 0.2), (400, 0.3)]);

        Assert.Equal((0.2, 0.2), (fitted.At(10), fitted.At(1e9)), (one, other) => Math.Abs(one.Item1 - other.Item1) + Math.Abs(one.Item2 - other.Item2) < 1e-12);
    }

    [Fact]
    public void TheLimit_IsNeverBelowZero()
    {
        // an error that falls faster and faster
        PowerLaw fitted = PowerLaw.Fit([(100, 0.4), (200, 0.35), (400, 0.2), (800, 0.01)]);

        Assert.Equal(0, fitted.Limit);
        Assert.InRange(fitted.At(100), 0.4, 0.6);
        Assert.InRange(fitted.At(800), 0.01, 0.15);
        Assert.InRange(fitted.At(1e12), 0, 0.01);
    }
}

using MaxPoolConvNet.Tool.Tuning;

namespace MaxPoolConvNet.Tool.Tests.Tuning;

public class CalibratedLossTests
{
    private static readonly bool[][] _classes = [[true, false, false], [false, true, false], [false, false, true], [true, false, false]];
    private static readonly double[][] _probabilities = [[0.7, 0.2, 0.1], [0.3, 0.6, 0.1], [0.25, 0.35, 0.4], [0.3, 0.5, 0.2]];

    [Fact]
    public void AtFactor1_ItIsTheLogLoss()
    {
        Assert.Equal(-Math.Log(0.2), CalibratedLoss.OfOneClass([0.7, 0.2, 0.1], [false, true, false], 1), 12);
        Assert.Equal(-Math.Log(0.7) - Math.Log(0.8) - Math.Log(0.1), CalibratedLoss.OfDecisions([0.7, 0.2, 0.1], [true, false, true], 1), 12);
    }

    [Fact]
    public void WhoIsSurerOfTheSameOrder_HasTheSameLoss()
    {
        double[][] surer = [.. _probabilities.Select(of => Normalized(of.Select(one => Math.Pow(one, 20))))];

        Assert.Equal(Of(_probabilities), Of(surer), 6);
        Assert.True(Loss(surer) > Loss(_probabilities));
    }

    [Fact]
    public void NoFactorIsBetter()
    {
        double best = Of(_probabilities);

        foreach (double factor in new[] { 0.3, 0.9, 1, 1.1, 3 })
            Assert.True(best <= _probabilities.Select((of, text) => CalibratedLoss.OfOneClass(of, _classes[text], factor)).Average() + 1e-9);
    }

    [Fact]
    public void AProbabilityOfZero_IsNoInfinity() => Assert.True(double.IsFinite(CalibratedLoss.OfOneClass([0, 1], [true, false], 1)));

    private static double Of(double[][] probabilities) => CalibratedLoss.Of(probabilities, _classes, CalibratedLoss.OfOneClass);

    private static double Loss(double[][] probabilities) => probabilities.Select((of, text) => -Math.Log(of[Array.IndexOf(_classes[text], true)])).Average();

    private static double[] Normalized(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return [.. all.Select(one => one / all.Sum())];
    }
}

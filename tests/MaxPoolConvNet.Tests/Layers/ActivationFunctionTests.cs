using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class ActivationFunctionTests
{
    private const Activation Unknown = (Activation)9;

    [Fact]
    public void AnUnknownActivation_IsAnErrorAndNotReLU()
    {
        double[] values = new double[8];
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => Unknown.Apply<double>(values)).Message;
        Assert.StartsWith("there is no such activation", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Unknown.MultiplyByDerivative<double>(values, values));
        Assert.Throws<ArgumentOutOfRangeException>(() => Unknown.IsSmoothBetween<double>(values, values));
    }

    [Fact]
    public void EveryActivation_IsApplied()
    {
        foreach (Activation activation in Enum.GetValues<Activation>())
        {
            double[] values = [-2, -0.5, 0, 0.5, 2, 0, 0, 0];
            double[] expected = Array.ConvertAll(values, z => activation == Activation.Tanh ? Math.Tanh(z) : Math.Max(0, z));
            activation.Apply<double>(values);
            Assert.Equal(expected, values);
        }
    }

    [Theory]
    [InlineData(Activation.Tanh, -1, 1, true)]
    [InlineData(Activation.Relu, 0, 1, false)]
    [InlineData(Activation.Relu, 1, 2, true)]
    [InlineData(Activation.Relu, 0, 0, true)]
    public void IsSmoothBetween_OnlyReLUHasAKinkAt0(Activation activation, double one, double other, bool isSmooth) =>
        Assert.Equal(isSmooth, activation.IsSmoothBetween<double>([one], [other]));
}

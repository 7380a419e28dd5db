using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests.Training;

public class ErrorPromiseTests
{
    [Theory]
    [InlineData(0, 0.7, true)]
    [InlineData(0, 0.69999, false)]
    [InlineData(2, 0.7, true)]
    public void OneMinimum_IsThatOfAllLabels(int label, double probability, bool accepts) =>
        Assert.Equal(accepts, new ErrorPromise(0.05, [0.7], 0.5).Accepts(label, probability));

    [Theory]
    [InlineData(0, 0.7, true)]
    [InlineData(0, 0.6, false)]
    [InlineData(1, 0.5, true)]
    [InlineData(1, 0.49999, false)]
    [InlineData(2, 1, false)]
    public void ALabelMayHaveItsOwn(int label, double probability, bool accepts) =>
        Assert.Equal(accepts, new ErrorPromise(0.05, [0.7, 0.5, double.PositiveInfinity], 0.5).Accepts(label, probability));
}

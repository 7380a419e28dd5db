using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class MaxPoolTests
{
    private static readonly Matrix<double> _responses = Matrix<double>.Build.DenseOfArray(new double[,]
    {
        { 0.1, -2, -5, 40 },
        { 0.7, -1, -5, 39 },
        { 0.7, -3, -5, 41 },
    });

    [Fact]
    public void Forward_KeepsTheLargestAndTheFirstOfEqualOnes()
    {
        MaxPoolPass pass = new MaxPool().Forward(_responses);

        Assert.Equal([1, 1, 0, 2], pass.Winners);
        Assert.Equal([Math.Tanh(0.7), Math.Tanh(-1), Math.Tanh(-5), 1], pass.Pooled);
        Assert.Equal(3, pass.WindowCount);
    }

    [Fact]
    public void Backward_RoutesGradientOnlyToTheWinningWindow()
    {
        var pool = new MaxPool();
        MaxPoolPass pass = pool.Forward(_responses);

        Matrix<double> gradient = pool.Backward(pass, Vector<double>.Build.Dense([1, 10, 100, 1000]));

        double Slope(double z) => 1 - (Math.Tanh(z) * Math.Tanh(z));
        var expected = Matrix<double>.Build.Dense(3, 4);
        (expected[1, 0], expected[1, 1], expected[0, 2]) = (Slope(0.7), 10 * Slope(-1), 100 * Slope(-5));
        Assert.Equal(0, (gradient - expected).InfinityNorm(), 1e-12);
    }

    [Fact]
    public void Backward_GivesDeadRelusNothing()
    {
        var pool = new MaxPool(Activation.Relu);
        MaxPoolPass pass = pool.Forward(_responses);

        Matrix<double> gradient = pool.Backward(pass, Vector<double>.Build.Dense([1, 10, 100, 1000]));

        Assert.Equal([0.7, 0, 0, 41], pass.Pooled);
        Assert.Equal([(1, 0, 1.0), (2, 3, 1000.0)], gradient.EnumerateIndexed(Zeros.AllowSkip).Where(entry => entry.Item3 != 0).Order());
    }

    [Theory]
    [InlineData(double.NaN, "responses[2, 1] is NaN; a finite number was expected")]
    [InlineData(double.NegativeInfinity, "responses[2, 1] is -Infinity; a finite number was expected")]
    public void Forward_ThrowsForAResponseThatIsNotFinite(double response, string message)
    {
        Matrix<double> responses = _responses.Clone();
        responses[2, 1] = response;
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => new MaxPool().Forward(responses)).Message);
    }

    [Fact]
    public void Backward_ThrowsForAGradientOfAnotherSize()
    {
        var pool = new MaxPool();
        var error = Assert.Throws<ArgumentException>(() => pool.Backward(pool.Forward(_responses), Vector<double>.Build.Dense(3)));
        Assert.StartsWith("∂L/∂h has 3 entries for 4 features", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.Relu)]
    public void Backward_OfAnotherLayersPass_IsAnErrorThoughTheLayersMayBeAlike(Activation activation)
    {
        MaxPoolPass pass = new MaxPool(activation).Forward(_responses);
        var error = Assert.Throws<ArgumentException>("pass", () => new MaxPool().Backward(pass, Vector<double>.Build.Dense(4)));
        Assert.StartsWith("the pass is another layer's", error.Message, StringComparison.Ordinal);
    }
}

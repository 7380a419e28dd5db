using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>Finite numbers whose products aren't: an error, never a NaN that a running maximum swallows.</summary>
public class OverflowTests
{
    [Fact]
    public void WordVectorsWhoseProductWithTheFiltersOverflows_AreAnError()
    {
        var network = new ConvNet(
            new ConvFilterLayer(Matrix<double>.Build.Dense(2, 1, 1e200), width: 1),
            new MaxPool(Activation.Relu),
            new LogisticOutput(Matrix<double>.Build.Dense(1, 1, 0.0)));
        TextInput text = TextInput.FromWordVectors(Matrix<double>.Build.DenseOfArray(new[,] { { 1e200, 0 }, { 1e200, -1e200 } }));

        var error = Assert.Throws<ArithmeticException>(() => network.Forward(text));

        Assert.Equal("a word vector's product with the filters is Infinity: weights or word vectors are too large", error.Message);
    }

    [Fact]
    public void ALogitThatOverflows_IsAnError()
    {
        var network = new ConvNet(
            new ConvFilterLayer(Matrix<double>.Build.Dense(2, 1, 1e200), width: 1),
            new MaxPool(Activation.Relu),
            new LogisticOutput(Matrix<double>.Build.Dense(1, 1, 1e200)));

        var error = Assert.Throws<ArithmeticException>(() => network.Forward(TextInput.FromWordIds(0, 1)));

        Assert.Equal("the logit is Infinity: weights or word vectors are too large", error.Message);
    }
}

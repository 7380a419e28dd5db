using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class SoftmaxOutputTests
{
    private static readonly Matrix<double> _weights = Matrix<double>.Build.DenseOfArray(new[,] { { 0.5, -1.0 }, { 0.25, 2.0 }, { -1.5, 0.75 } });

    [Fact]
    public void Forward_GivesProbabilitiesInTheRatioOfTheLogitsExponentials()
    {
        OutputPass pass = new SoftmaxOutput(_weights).Forward(0.6, -0.2);

        Assert.Equal(1, pass.Probabilities.Sum(), 15);
        for (int c = 1; c < 3; c++)
            Assert.Equal(Math.Exp(pass.Logits[c] - pass.Logits[0]), pass.Probabilities[c] / pass.Probabilities[0], 14);
    }

    [Fact]
    public void TwoClasses_AreTheLogisticOutputOfTheDifferenceOfTheRows()
    {
        var softmax = new SoftmaxOutput(_weights.SubMatrix(0, 2, 0, 2), Vector<double>.Build.Dense([0.3, -0.1]));
        var logistic = new LogisticOutput((_weights.Row(1) - _weights.Row(0)).ToRowMatrix(), -0.1 - 0.3);

        OutputPass two = softmax.Forward(0.6, -0.2);
        OutputPass one = logistic.Forward(0.6, -0.2);
        OutputGradients twoBack = softmax.Backward(two, Target.OfClass(1));
        OutputGradients oneBack = logistic.Backward(one, Target.OfClass(1));

        Assert.Equal(one.Probabilities[0], two.Probabilities[1], 15);
        Assert.Equal(oneBack.V[0, 0], twoBack.V[1, 0], 15);
        Assert.Equal(-oneBack.V[0, 0], twoBack.V[0, 0], 15);
        Assert.Equal(oneBack.Pooled[1], twoBack.Pooled[1], 15);
    }

    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(1, -2000.0)]
    [InlineData(2, -1000.0)]
    public void LogitsOfAThousand_GiveExactLossesAndErrors(int label, double logLikelihood)
    {
        var output = new SoftmaxOutput(Matrix<double>.Build.DenseOfArray(new[,] { { 1000.0 }, { -1000.0 }, { 0.0 } }));
        OutputPass pass = output.Forward(1.0);

        Assert.Equal(logLikelihood, output.LogLikelihood(pass.Logits.AsSpan(), Target.OfClass(label)));
        Assert.Equal(label == 0 ? 0 : -1, output.Backward(pass, Target.OfClass(label)).V[0, 0]);
        Assert.Equal(label == 0 ? 0 : 1, output.Backward(pass, Target.OfClass(label)).V[label, 0]);
    }

    [Fact]
    public void ASureLabel_KeepsTheDigitsOfItsSmallLossAndError()
    {
        var output = new SoftmaxOutput(Matrix<double>.Build.DenseOfArray(new[,] { { 50.0 }, { 0.0 }, { 0.0 } }));
        OutputPass pass = output.Forward(1.0);
        double expected = 2 * Math.Exp(-50);

        Assert.Equal(1, -output.LogLikelihood(pass.Logits.AsSpan(), Target.OfClass(0)) / expected, 12);
        Assert.Equal(1, output.Backward(pass, Target.OfClass(0)).V[0, 0] / expected, 12);
    }

    [Fact]
    public void BadWeightsAndTargets_AreNamed()
    {
        Assert.StartsWith(
            "V is 1 × 2; a softmax output has a row for each of two or more classes",
            Assert.Throws<ArgumentException>(() => new SoftmaxOutput(_weights.SubMatrix(0, 1, 0, 2))).Message,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "there are 2 biases for the 3 rows of V",
            Assert.Throws<ArgumentException>(() => new SoftmaxOutput(_weights, Vector<double>.Build.Dense(2))).Message,
            StringComparison.Ordinal);
        var output = new SoftmaxOutput(_weights);
        Assert.StartsWith(
            "the target is class 3; the output knows the classes 0 to 2",
            Assert.Throws<ArgumentOutOfRangeException>(() => output.Backward(output.Forward(0.1, 0.2), Target.OfClass(3))).Message,
            StringComparison.Ordinal);
    }
}

using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class LogisticOutputTests
{
    private static readonly Matrix<double> _weights = Matrix<double>.Build.DenseOfArray(new[,] { { 0.5, -1, 2 } });

    private static readonly Gen<(double[] Weights, double Bias, double[] Pooled)> _cases =
        Gen.Int[1, 20].SelectMany(
            features => Gen.Select(Gen.Double[-2, 2].Array[features], Gen.Double[-2, 2], Gen.Double[-1, 1].Array[features]));

    [Fact]
    public void Properties_AreThoseOfOneRowOfWeights()
    {
        var output = new LogisticOutput(_weights, bias: 0.25);

        Assert.Equal((3, 1, OutputKind.Logistic, true), (output.FeatureCount, output.LogitCount, output.Kind, output.HasBias));
        Assert.False(new LogisticOutput(_weights).HasBias);
    }

    [Fact]
    public void Forward_GivesTheLogitAndItsProbability()
    {
        // 0.5 · 1 − 1 · 2 + 2 · 3 + 0.25
        OutputPass pass = new LogisticOutput(_weights, bias: 0.25).Forward(1, 2, 3);

        Assert.Equal([1, 2, 3], pass.Pooled);
        Assert.Equal(4.75, Assert.Single(pass.Logits), 1e-15);
        Assert.Equal(1 / (1 + Math.Exp(-4.75)), Assert.Single(pass.Probabilities), 1e-15);
        Assert.Equal(4.5, new LogisticOutput(_weights).Forward(1, 2, 3).Logits[0], 1e-15);
    }

    [Theory]
    [InlineData(1, 0.25)]
    [InlineData(0, -0.75)]
    public void Backward_GivesTheErrorTimesTheOtherFactor(int label, double error)
    {
        // e^logit = 3: the probability of class 1 is 3/4
        var output = new LogisticOutput(Matrix<double>.Build.DenseOfArray(new[,] { { 2, -4.0 } }), bias: Math.Log(3));
        OutputPass pass = output.Forward(0.5, 0.25);

        OutputGradients gradients = output.Backward(pass, Target.OfClass(label));

        Assert.Equal(0.75, pass.Probabilities[0], 1e-15);
        Assert.Equal((1, 2), (gradients.V.RowCount, gradients.V.ColumnCount));
        Assert.Equal(error * 0.5, gradients.V[0, 0], 1e-15);
        Assert.Equal(error * 0.25, gradients.V[0, 1], 1e-15);
        Assert.Equal((1, 1), (gradients.Bias!.RowCount, gradients.Bias.ColumnCount));
        Assert.Equal(error, gradients.Bias[0, 0], 1e-15);
        Assert.Equal([error * 2, error * -4], gradients.Pooled.ToArray(), (expected, actual) => Math.Abs(expected - actual) < 1e-15);
        var withoutBias = new LogisticOutput(_weights);
        Assert.Null(withoutBias.Backward(withoutBias.Forward(1, 2, 3), Target.OfClass(label)).Bias);
    }

    [Fact]
    public void Backward_AgreesWithDifferencesOfTheLogLikelihood() => Gen.Select(_cases, Gen.Int[0, 1]).Sample((given, label) =>
    {
        var output = new LogisticOutput(Matrix<double>.Build.DenseOfRowMajor(1, given.Weights.Length, given.Weights), given.Bias);
        OutputGradients gradients = output.Backward(output.Forward([.. given.Pooled]), Target.OfClass(label));

        for (int j = 0; j < given.Weights.Length; j++)
        {
            Assert.Equal(
                Difference(by => LogLikelihood(Moved(given.Weights, j, by), given.Bias, given.Pooled, label)),
                gradients.V[0, j],
                1e-7);
            Assert.Equal(
                Difference(by => LogLikelihood(given.Weights, given.Bias, Moved(given.Pooled, j, by), label)),
                gradients.Pooled[j],
                1e-7);
        }

        Assert.Equal(Difference(by => LogLikelihood(given.Weights, given.Bias + by, given.Pooled, label)), gradients.Bias![0, 0], 1e-7);
    });

    [Fact]
    public void NegatedWeights_SwapTheClasses() => _cases.Sample(given =>
    {
        var row = Matrix<double>.Build.DenseOfRowMajor(1, given.Weights.Length, given.Weights);
        var output = new LogisticOutput(row, given.Bias);
        var swapped = new LogisticOutput(-row, -given.Bias);
        (OutputPass pass, OutputPass other) = (output.Forward([.. given.Pooled]), swapped.Forward([.. given.Pooled]));

        Assert.Equal(1, pass.Probabilities[0] + other.Probabilities[0], 1e-15);
        Assert.Equal(-output.Backward(pass, Target.OfClass(1)).V, swapped.Backward(other, Target.OfClass(0)).V);
        Assert.Equal(output.Backward(pass, Target.OfClass(1)).Pooled, swapped.Backward(other, Target.OfClass(0)).Pooled);
    });

    [Theory]
    [InlineData(1000.0, 1.0)]
    [InlineData(-1000.0, 0.0)]
    [InlineData(0.0, 0.5)]
    public void LargeLogits_HaveExactProbabilitiesAndErrors(double logit, double probability)
    {
        var output = new LogisticOutput(Matrix<double>.Build.Dense(1, 1, logit));
        OutputPass pass = output.Forward(1);

        Assert.Equal(probability, pass.Probabilities[0]);
        Assert.Equal(1 - probability, output.Backward(pass, Target.OfClass(1)).V[0, 0]);
        Assert.Equal(-probability, output.Backward(pass, Target.OfClass(0)).V[0, 0]);
    }

    [Fact]
    public void ASureLabel_KeepsTheDigitsOfItsSmallError()
    {
        var output = new LogisticOutput(Matrix<double>.Build.Dense(1, 1, 50));
        OutputPass pass = output.Forward(1);

        Assert.Equal(1, pass.Probabilities[0]);
        Assert.Equal(1, output.Backward(pass, Target.OfClass(1)).V[0, 0] / Math.Exp(-50), 1e-14);
    }

    [Fact]
    public void Backward_ChangesNeitherTheLayerNorThePass()
    {
        var output = new LogisticOutput(_weights, bias: 0.25);
        OutputPass pass = output.Forward(1, 2, 3);

        OutputGradients first = output.Backward(pass, Target.OfClass(1));
        OutputGradients again = output.Backward(pass, Target.OfClass(1));

        Assert.Equal((first.V, first.Bias, first.Pooled), (again.V, again.Bias, again.Pooled));
        Assert.Equal(_weights, output.Parameters[0].ToMatrix());
        Assert.Equal(0.25, output.Parameters[1][0, 0]);
        Assert.Equal(pass.Logits, output.Forward(1, 2, 3).Logits);
    }

    [Fact]
    public void Parameters_AreViewsOfTheLayersOwnNumbers()
    {
        Matrix<double> given = _weights.Clone();
        var output = new LogisticOutput(given, bias: 0.25);
        IReadOnlyList<Parameter> parameters = output.Parameters;

        Assert.Equal(["V (1 × 3)", "outputBias (1 × 1)"], parameters.Select(parameter => parameter.ToString()));
        Assert.Equal(["V"], new LogisticOutput(_weights).Parameters.Select(parameter => parameter.Name));
        parameters[0][0, 1] = 1;
        parameters[1][0, 0] = -8.5;
        Assert.Equal(0, output.Forward(1, 2, 3).Logits[0], 1e-15);
        Assert.Equal(_weights, given);
    }

    private static double LogLikelihood(double[] weights, double bias, double[] pooled, int label)
    {
        double probability = 1 / (1 + Math.Exp(-(bias + weights.Zip(pooled, (v, h) => v * h).Sum())));
        return (label * Math.Log(probability)) + ((1 - label) * Math.Log(1 - probability));
    }

    private static double Difference(Func<double, double> function) => (function(1e-5) - function(-1e-5)) / 2e-5;

    private static double[] Moved(double[] numbers, int at, double by) =>
        [.. numbers.Select((number, j) => j == at ? number + by : number)];
}

using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class MultiLabelOutputTests
{
    private static readonly Matrix<double> _weights = Matrix<double>.Build.DenseOfArray(new[,] { { 0.5, -1.0 }, { 0.25, 2.0 }, { -1.5, 0.75 } });

    [Fact]
    public void EachLabel_IsALogisticOutputOfItsOwn()
    {
        var bias = Vector<double>.Build.Dense([0.3, -0.1, 0.2]);
        var output = new MultiLabelOutput(_weights, bias);
        OutputPass pass = output.Forward(0.6, -0.2);
        Target target = Target.OfClasses(0, 2);
        OutputGradients gradients = output.Backward(pass, target);

        double logLikelihood = 0;
        var pooled = Vector<double>.Build.Dense(2);
        for (int c = 0; c < 3; c++)
        {
            var one = new LogisticOutput(_weights.Row(c).ToRowMatrix(), bias[c]);
            OutputPass alone = one.Forward(0.6, -0.2);
            OutputGradients ofOne = one.Backward(alone, Target.OfClass(c == 1 ? 0 : 1));
            Assert.Equal(alone.Probabilities[0], pass.Probabilities[c]);
            Assert.Equal(ofOne.V.Row(0), gradients.V.Row(c));
            Assert.Equal(ofOne.Bias![0, 0], gradients.Bias![0, c]);
            pooled += ofOne.Pooled;
            logLikelihood += one.LogLikelihood(alone.Logits.AsSpan(), Target.OfClass(c == 1 ? 0 : 1));
        }

        Assert.Equal(0, (pooled - gradients.Pooled).AbsoluteMaximum(), 1e-15);
        Assert.Equal(logLikelihood, output.LogLikelihood(pass.Logits.AsSpan(), target), 1e-15);
    }

    [Fact]
    public void TheFormula_IsThatOfIndependentLabels()
    {
        var output = new MultiLabelOutput(_weights);
        OutputPass pass = output.Forward(0.6, -0.2);
        double[] o = [.. new[] { 0.5, -0.25, -1.05 }.Select(logit => 1 / (1 + Math.Exp(-logit)))];

        Assert.Equal(Math.Log(o[0]) + Math.Log(1 - o[1]) + Math.Log(o[2]), output.LogLikelihood(pass.Logits.AsSpan(), Target.OfClasses(2, 0)), 1e-14);
        Assert.Equal(Math.Log(1 - o[0]) + Math.Log(1 - o[1]) + Math.Log(1 - o[2]), output.LogLikelihood(pass.Logits.AsSpan(), Target.OfClasses()), 1e-14);
        Assert.Equal(-0.2 * (1 - o[2]), output.Backward(pass, Target.OfClasses(2, 0)).V[2, 1], 1e-15);
        Assert.Equal(-0.2 * -o[1], output.Backward(pass, Target.OfClasses(2, 0)).V[1, 1], 1e-15);
    }

    [Fact]
    public void OneLabel_IsTheLogisticOutput() =>
        Gen.Select(Gen.Double[-5, 5].Array[4], Gen.Double[-1, 1].Array[4], Gen.Double[-2, 2]).Sample((weights, pooled, bias) =>
        {
            var row = Matrix<double>.Build.Dense(1, 4, weights);
            var multi = new MultiLabelOutput(row, Vector<double>.Build.Dense(1, bias));
            var logistic = new LogisticOutput(row, bias);
            OutputPass one = multi.Forward([.. pooled]);
            OutputPass other = logistic.Forward([.. pooled]);

            Assert.Equal(other.Probabilities, one.Probabilities);
            foreach ((Target labels, int y) in new[] { (Target.OfClasses(), 0), (Target.OfClasses(0), 1), (Target.OfClass(0), 1) })
            {
                Assert.Equal(logistic.LogLikelihood(other.Logits.AsSpan(), Target.OfClass(y)), multi.LogLikelihood(one.Logits.AsSpan(), labels));
                Assert.Equal(logistic.Backward(other, Target.OfClass(y)).V, multi.Backward(one, labels).V);
                Assert.Equal(logistic.Backward(other, Target.OfClass(y)).Pooled, multi.Backward(one, labels).Pooled);
            }
        });

    [Fact]
    public void AClass_MeansExactlyTheSetOfItAlone()
    {
        var output = new MultiLabelOutput(_weights);
        OutputPass pass = output.Forward(0.6, -0.2);

        Assert.Equal(output.LogLikelihood(pass.Logits.AsSpan(), Target.OfClasses(1)), output.LogLikelihood(pass.Logits.AsSpan(), Target.OfClass(1)));
        Assert.Equal(output.Backward(pass, Target.OfClasses(1)).V, output.Backward(pass, Target.OfClass(1)).V);
    }

    [Fact]
    public void LogitsOfAThousand_GiveExactLossesAndErrors()
    {
        var output = new MultiLabelOutput(Matrix<double>.Build.DenseOfArray(new[,] { { 1000.0 }, { -1000.0 }, { 50.0 } }));
        OutputPass pass = output.Forward(1.0);

        Assert.Equal(-2000, output.LogLikelihood(pass.Logits.AsSpan(), Target.OfClasses(1, 2)), 1e-9);
        Assert.Equal([-1, 1], output.Backward(pass, Target.OfClasses(1, 2)).V.Column(0).Take(2));
        Assert.Equal(1, -output.LogLikelihood(pass.Logits.AsSpan(), Target.OfClasses(0, 2)) / Math.Exp(-50), 1e-12);
        Assert.Equal(1, output.Backward(pass, Target.OfClasses(0, 2)).V[2, 0] / Math.Exp(-50), 1e-12);
    }

    [Fact]
    public void BadBiasesAndTargets_AreNamed()
    {
        var output = new MultiLabelOutput(_weights);
        OutputPass pass = output.Forward(0.1, 0.2);

        Assert.StartsWith("there are 2 biases for the 3 rows of V", Assert.Throws<ArgumentException>(() => new MultiLabelOutput(_weights, Vector<double>.Build.Dense(2))).Message, StringComparison.Ordinal);
        Assert.Equal("V[2, 1] is NaN; a finite number was expected", Assert.Throws<ArgumentException>(() => new MultiLabelOutput(Matrix<double>.Build.Dense(3, 2, (row, column) => row + column == 3 ? double.NaN : 0))).Message);
        foreach (Target target in new[] { Target.OfClasses(0, 3), Target.OfClass(3) })
        {
            Assert.StartsWith(
                $"the target is {target}; the output knows the classes 0 to 2",
                Assert.Throws<ArgumentOutOfRangeException>(() => output.Backward(pass, target)).Message,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ASetForAnotherOutput_IsAnErrorThatTellsWhatWasExpected()
    {
        var logistic = new LogisticOutput(_weights.SubMatrix(0, 1, 0, 2));
        var softmax = new SoftmaxOutput(_weights);

        Assert.Equal(
            "the target is classes {1}; a logistic output expects one class, made by Target.OfClass (Parameter 'target')",
            Assert.Throws<ArgumentException>(() => logistic.Backward(logistic.Forward(0.1, 0.2), Target.OfClasses(1))).Message);
        Assert.Equal(
            "the target is classes {}; a softmax output expects one class, made by Target.OfClass (Parameter 'target')",
            Assert.Throws<ArgumentException>(() => softmax.Backward(softmax.Forward(0.1, 0.2), Target.OfClasses())).Message);
    }
}

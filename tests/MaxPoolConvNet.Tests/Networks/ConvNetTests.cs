using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class ConvNetTests
{
    [Theory]
    [InlineData(1000.0, 1, 0.0, 0.0)]
    [InlineData(1000.0, 0, -1000.0, -1.0)]
    [InlineData(-1000.0, 1, -1000.0, 1.0)]
    [InlineData(-1000.0, 0, 0.0, 0.0)]
    public void HugeLogits_GiveFiniteLossesAndExactErrors(double logit, int label, double logLikelihood, double error)
    {
        var network = new ConvNet(
            new ConvFilterLayer(Matrix<double>.Build.Dense(1, 1, 40), 1),
            new MaxPool(),
            new LogisticOutput(Matrix<double>.Build.Dense(1, 1, logit), bias: 0));
        ForwardPass pass = network.Forward(TextInput.FromWordIds(0));
        Gradients gradients = network.Backward(pass, Target.OfClass(label));

        Assert.Equal(logLikelihood, pass.LogLikelihood(Target.OfClass(label)));
        Assert.Equal(error, gradients["outputBias"][0, 0]);
        Assert.Equal(error, gradients.V[0, 0]);
        Assert.Equal(0, gradients.U[0, 0]);
    }

    [Fact]
    public void Backward_ChangesNeitherTheModelNorThePass()
    {
        ConvNet network = SmallNetwork.Create();
        ForwardPass pass = network.Forward(SmallNetwork.Text);
        (double[] pooled, int[] winners, double logit) = ([.. pass.Pooled], [.. pass.Winners], pass.Logit);
        Matrix<double>[] before = [.. network.Parameters.Select(parameter => parameter.ToMatrix())];
        Gradients first = network.Backward(pass, Target.OfClass(1));

        network.Backward(pass, Target.OfClass(0));
        network.Forward(TextInput.FromWordIds(1, 2, 4));

        Assert.Equal(before, network.Parameters.Select(parameter => parameter.ToMatrix()));
        Assert.Equal(pooled, pass.Pooled);
        Assert.Equal(winners, pass.Winners);
        Assert.Equal(logit, pass.Logit);
        Gradients again = network.Backward(pass, Target.OfClass(1));
        Assert.Equal((first.U, first.V), (again.U, again.V));
    }

    [Fact]
    public void OnePass_ServesSeveralThreadsAtOnce()
    {
        ConvNet network = SmallNetwork.Create();
        ForwardPass pass = network.Forward(SmallNetwork.Text);
        Gradients[] expected = [network.Backward(pass, Target.OfClass(0)), network.Backward(pass, Target.OfClass(1))];
        Parallel.For(0, 2000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, task =>
        {
            Gradients gradients = network.Backward(pass, Target.OfClass(task % 2));
            Assert.Equal(expected[task % 2].U, gradients.U);
            Assert.Equal(expected[task % 2].V, gradients.V);
            Assert.Equal(pass.Logit, network.Forward(SmallNetwork.Text).Logit);
        });
    }

    [Fact]
    public void MatricesOfTheCaller_AreCopied()
    {
        var u = Matrix<double>.Build.Dense(8, 3, (row, j) => row - j);
        var v = Matrix<double>.Build.Dense(1, 3, 0.5);
        var bias = Vector<double>.Build.Dense(3, 0.1);
        var words = Matrix<double>.Build.Dense(3, 4, (word, entry) => 0.1 * (word + entry));
        int[] ids = [1, 2, 3];
        var network = new ConvNet(new ConvFilterLayer(u, 2, bias: bias), new MaxPool(), new LogisticOutput(v));
        (TextInput byVectors, TextInput byIds) = (TextInput.FromWordVectors(words), TextInput.FromWordIds(ids));
        double[] before = [network.Forward(byVectors).Logit, network.Forward(byIds).Logit];

        u.Clear();
        v.Clear();
        bias.Clear();
        words.Clear();
        ids.AsSpan().Clear();
        network.Parameters[0].ToMatrix().Clear();
        network.Filters[0].Forward(byIds).Responses.Clear();

        Assert.Equal((before[0], before[1]), (network.Forward(byVectors).Logit, network.Forward(byIds).Logit));
        Assert.All(before, logit => Assert.NotEqual(0, logit));
    }

    [Fact]
    public void ParametersOfALayer_AreTheNetworksOwn()
    {
        ConvNet network = SmallNetwork.Create();
        network.Filters[0].Parameters[0][4, 2] = 17;
        network.Output.Parameters[0][0, 5] = 18;
        Assert.Equal((17, 18), (network.Parameters[0][4, 2], network.Parameters[1][0, 5]));
    }

    [Theory]
    [InlineData(new[] { 2 }, new int[0], "U V")]
    [InlineData(new[] { 1, 3 }, new int[0], "U1 U3 V")]
    [InlineData(new int[0], new[] { 2 }, "embedding U V")]
    [InlineData(new int[0], new[] { 1, 3 }, "embedding U1 U3 V")]
    [InlineData(new[] { 2 }, new[] { 2 }, "embedding U U.embedding V")]
    [InlineData(new[] { 1, 3 }, new[] { 1 }, "embedding U1 U3 U.embedding V")]
    [InlineData(new[] { 1 }, new[] { 1, 3 }, "embedding U U1.embedding U3.embedding V")]
    public void Parameters_AreNamedByWidthAndKind_WhereThereAreSeveral(int[] widths, int[] embeddedWidths, string names)
    {
        ConvNet network = ConvNet.Random(
            5,
            new ConvNetOptions
            {
                Filters = [.. widths.Select(width => new FilterGroup(width, 2))],
                Biases = false,
                Embedding = embeddedWidths.Length == 0
                    ? null
                    : new EmbeddingOptions { Dimension = 3, Filters = [.. embeddedWidths.Select(width => new FilterGroup(width, 2))] },
            },
            seed: 1);

        Assert.Equal(names, string.Join(' ', network.Parameters.Select(parameter => parameter.Name)));
    }
}

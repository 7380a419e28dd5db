using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>What a model owes the check, and the check the model.</summary>
public class GradientCheckerContractTests
{
    private static readonly Target _label = Target.OfClass(1);

    [Fact]
    public void GradientThatJitters_IsReportedThoughWithinTheTolerance()
    {
        int calls = 0;
        var model = new FaultyModel(SmallNetwork.Create(), (_, _, _, v) => v[0, 0] *= 1 + (1e-12 * calls++));

        GradientReport report = GradientCalls.Check(model, SmallNetwork.Text, _label);

        Assert.All(report.Blocks, block => Assert.True(block.HasPassed, block.ToString()));
        Assert.False(report.IsDeterministic);
        Assert.False(report.HasPassed);
        Assert.Contains("two runs DISAGREED", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void BackwardThatChangesAParameter_IsReported()
    {
        ConvNet network = SmallNetwork.Create();
        Parameter weights = network.Output.Parameters[0];
        var model = new FaultyModel(network, (_, _, _, _) => weights[0, 0] += 1e-6);

        GradientReport report = GradientCalls.Check(model, SmallNetwork.Text, _label);

        Assert.False(report.IsDeterministic);
        Assert.False(report.HasPassed);
    }

    [Fact]
    public void GradientOfAnotherShape_ThrowsAndNamesTheParameter()
    {
        var model = new ReplacedGradients(SmallNetwork.Create(), right => new Gradients(("U", right.U.Transpose()), ("V", right.V)));

        var error = Assert.Throws<InvalidOperationException>(() => GradientCalls.Check(model, SmallNetwork.Text, _label));

        Assert.Equal("the gradient of U (60 × 6) is 6 × 60", error.Message);
    }

    [Fact]
    public void MissingGradient_ThrowsAndNamesTheParameter()
    {
        var model = new ReplacedGradients(SmallNetwork.Create(), right => new Gradients(("U", right.U)));

        var error = Assert.Throws<InvalidOperationException>(() => GradientCalls.Check(model, SmallNetwork.Text, _label));

        Assert.Equal("the model gave no gradient of V (1 × 6), but of U", error.Message);
    }

    [Fact]
    public void Check_PutsAllParametersBackToTheSameBits()
    {
        ConvNet network = SmallNetwork.Create();
        for (int row = 0; row < SmallNetwork.Vocabulary; row++)
            network.Parameters[0][row, 1] = -0.0;
        network.Parameters[0][SmallNetwork.Text.WordIds[0], 0] = double.Epsilon;
        long[][] before = Bits(network);

        GradientCalls.Check(network, SmallNetwork.Text, _label);

        Assert.Equal(before, Bits(network));
    }

    [Fact]
    public void Check_PutsAllParametersBackWhereForwardThrows()
    {
        ConvNet network = SmallNetwork.Create();
        int passes = 0;
        var model = new InterruptedModel(network, () => passes++ == 30 ? throw new TimeoutException() : passes);
        long[][] before = Bits(network);

        Assert.Throws<TimeoutException>(() => GradientCalls.Check(model, SmallNetwork.Text, _label));

        Assert.Equal(before, Bits(network));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(0.1)]
    public void Cancelled_EndsBeforeTheNextPassWithAllParametersPutBack(double part)
    {
        int all = 0;
        ConvNet network = SmallNetwork.Create();
        GradientCalls.Check(new InterruptedModel(network, () => all++), SmallNetwork.Text, _label);
        long[][] before = Bits(network);

        // the last passes are those along the random direction
        using var source = new CancellationTokenSource();
        int last = Math.Clamp((int)(part * all), 2, all - 2);
        int passes = 0;
        var model = new InterruptedModel(network, () =>
        {
            if (passes++ == last) source.Cancel();
            return passes;
        });
        Assert.Equal(
            source.Token,
            Assert.Throws<OperationCanceledException>(() => GradientChecker.Check(model, SmallNetwork.Text, _label, null, source.Token)).CancellationToken);

        Assert.Equal(last + 1, passes);
        Assert.Equal(before, Bits(network));
    }

    [Fact]
    public void CancelledFromTheStart_AsksTheModelNothing()
    {
        int passes = 0;
        var model = new InterruptedModel(SmallNetwork.Create(), () => passes++);

        Assert.Throws<OperationCanceledException>(() => GradientChecker.Check(model, SmallNetwork.Text, _label, null, new CancellationToken(canceled: true)));

        Assert.Equal(0, passes);
    }

    [Theory]
    [InlineData(0.0, "Tolerance is 0; a number from 1E-12 to 0.01 was expected")]
    [InlineData(0.02, "Tolerance is 0.02; a number from 1E-12 to 0.01 was expected")]
    [InlineData(double.NaN, "Tolerance is NaN; a number from 1E-12 to 0.01 was expected")]
    public void ToleranceOutOfRange_Throws(double tolerance, string message) => Throws(new() { Tolerance = tolerance }, "Tolerance", message);

    [Theory]
    [InlineData(1e-7, "SmallestSize is 1E-07; a number from 1E-06 to 1 was expected")]
    [InlineData(1.5, "SmallestSize is 1.5; a number from 1E-06 to 1 was expected")]
    public void SmallestSizeOutOfRange_Throws(double size, string message) => Throws(new() { SmallestSize = size }, "SmallestSize", message);

    [Theory]
    [InlineData(-0.1, "Step is -0.1; a number from 1E-06 to 1 was expected")]
    [InlineData(double.PositiveInfinity, "Step is Infinity; a number from 1E-06 to 1 was expected")]
    public void StepOutOfRange_Throws(double step, string message) => Throws(new() { Step = step }, "Step", message);

    [Fact]
    public void SmallAndLargeSteps_Pass()
    {
        foreach (double step in new[] { 1e-4, 1e-2, 1 })
        {
            GradientReport report = GradientCalls.Check(
                SmallNetwork.Create(), SmallNetwork.Text, _label, new GradientCheckOptions { Step = step, Tolerance = 1e-6 });
            Assert.True(report.HasPassed, report.ToString());
        }
    }

    private static void Throws(GradientCheckOptions options, string name, string message)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(
            () => GradientCalls.Check(SmallNetwork.Create(), SmallNetwork.Text, _label, options));
        Assert.Equal(name, error.ParamName);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    private static long[][] Bits(ConvNet network) =>
        [.. network.Parameters.Select(parameter => Array.ConvertAll(parameter.ToMatrix().ToColumnMajorArray(), BitConverter.DoubleToInt64Bits))];

    private sealed class InterruptedModel(ConvNet network, Func<int> beforeForward) : IModel
    {
        public IReadOnlyList<Parameter> Parameters => network.Parameters;

        public ForwardPass Forward(TextInput text)
        {
            beforeForward();
            return network.Forward(text);
        }

        public Gradients Backward(ForwardPass pass, Target target) => network.Backward(pass, target);
    }
}

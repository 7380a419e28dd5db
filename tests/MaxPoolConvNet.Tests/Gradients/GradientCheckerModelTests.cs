using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>A model that can't be checked is named for what it is.</summary>
public class GradientCheckerModelTests
{
    private static readonly TextInput _text = TextInput.FromWordIds(0);
    private static readonly Target _target = Target.OfClass(1);
    private static readonly Parameter _one = Entry("one");
    private static readonly Parameter _two = Entry("two");

    [Fact]
    public void NullArguments_Throw()
    {
        Assert.Equal("model", Assert.Throws<ArgumentNullException>(() => GradientChecker.Check(null!, _text, _target)).ParamName);
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => GradientChecker.Check(new Model { LogLikelihood = null }, null!, _target)).ParamName);
    }

    [Fact]
    public void NoPassAndNoGradients_Throw()
    {
        Throws(new Model { LogLikelihood = null }, "the model's Forward returned null");
        Throws(new Model { Names = null }, "the model's Backward returned null");
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void ALogLikelihoodThatIsNotFinite_Throws(double value, string shown) =>
        Throws(new Model { LogLikelihood = value }, $"the model's log-likelihood is {shown}; only a finite one has gradients to check");

    [Fact]
    public void ParametersThatAreMissingOrNamedAlike_Throw()
    {
        Throws(new Model { Parameters = [] }, "the model has no parameters to check");
        Throws(new Model { Parameters = null! }, "the model has no parameters to check");
        Throws(new Model { Parameters = [_one, null!] }, "one of the model's parameters is null");
        Throws(new Model { Parameters = [_one, _two, Entry("one")] }, "two of the model's parameters have one name: one, two, one");
    }

    [Fact]
    public void GradientsOfOtherParameters_Throw()
    {
        Throws(new Model { Names = ["one", "three", "two"] }, "the model gave a gradient of three, but its parameters are one, two");
        Throws(new Model { Names = ["two"] }, "the model gave no gradient of one (1 × 1), but of two");
        Throws(new Model { Columns = 2 }, "the gradient of one (1 × 1) is 1 × 2");
        Throws(new Model { Rows = 3 }, "the gradient of one (1 × 1) is 3 × 1");
    }

    [Fact]
    public void ALogLikelihoodOrAGradientThatChanges_IsNotDeterministic()
    {
        Assert.True(Check(new Model()).IsDeterministic);
        Assert.False(Check(new Model { LogLikelihoodJitter = 1e-12 }).IsDeterministic);
        Assert.False(Check(new Model { GradientJitter = 1e-12 }).IsDeterministic);
    }

    [Fact]
    public void OneOfSeveralBlocksThatChanges_IsNotDeterministic() =>
        Assert.False(Check(new Model { GradientJitter = 1e-12, JittersOnlyTheLast = true }).IsDeterministic);

    private static void Throws(IModel model, string message) =>
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => Check(model)).Message);

    private static GradientReport Check(IModel model) => GradientCalls.Check(model, _text, _target);

    private static Parameter Entry(string name) => new(name, Matrix<double>.Build.Dense(1, 1));

    private sealed class Model : IModel
    {
        private int _forwards;
        private int _backwards;

        public IReadOnlyList<Parameter> Parameters { get; init; } = [_one, _two];

        public double? LogLikelihood { get; init; } = -1;

        public double LogLikelihoodJitter { get; init; }

        public double GradientJitter { get; init; }

        public bool JittersOnlyTheLast { get; init; }

        public string[]? Names { get; init; } = ["one", "two"];

        public int Rows { get; init; } = 1;

        public int Columns { get; init; } = 1;

        public ForwardPass Forward(TextInput text) => LogLikelihood is { } value ? new Pass(value + (LogLikelihoodJitter * _forwards++)) : null!;

        public Gradients Backward(ForwardPass pass, Target target)
        {
            double entry = GradientJitter * _backwards++;
            return Names is null ? null! : new Gradients(Names.Select((name, at) => (
                name, Matrix<double>.Build.Dense(Rows, Columns, JittersOnlyTheLast && at + 1 < Names.Length ? 0 : entry))));
        }
    }

    private sealed class Pass(double logLikelihood) : ForwardPass
    {
        public override ImmutableArray<double> Logits => [0];

        public override ImmutableArray<double> Probabilities => [0.5];

        public override double LogLikelihood(Target target) => logLikelihood;
    }
}

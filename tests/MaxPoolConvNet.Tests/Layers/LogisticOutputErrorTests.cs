using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class LogisticOutputErrorTests
{
    private static readonly LogisticOutput _output = new(Weights(1, 2), bias: 0.5);

    [Fact]
    public void Constructor_WithoutWeights_NamesThem() =>
        Assert.Throws<ArgumentNullException>("weights", () => new LogisticOutput((Matrix<double>)null!));

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Constructor_WithAnotherNumberOfRows_ShowsTheSize(int rows)
    {
        AssertError<ArgumentException>(
            $"V is {rows} × 4; a logistic output has one row of weights",
            "weights",
            () => new LogisticOutput(Weights(rows, 4)));
        Assert.Throws<ArgumentException>(() => new LogisticOutput(Weights(rows, 4), bias: 1));
    }

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void ANumberThatIsNotFinite_IsNamedWithItsPlace(double number, string shown)
    {
        string rest = $" is {shown}; a finite number was expected";

        Assert.Equal(
            "V[0, 1]" + rest,
            Assert.Throws<ArgumentException>(() => new LogisticOutput(Matrix<double>.Build.DenseOfRowMajor(1, 2, [0, number]))).Message);
        Assert.Equal("outputBias[0, 0]" + rest, Assert.Throws<ArgumentException>(() => new LogisticOutput(Weights(1, 2), number)).Message);
        Assert.Equal("pooled features[0, 1]" + rest, Assert.Throws<ArgumentException>(() => _output.Forward(0, number)).Message);
        Assert.Equal("V[0, 1]" + rest, Assert.Throws<ArgumentException>(() => _output.Parameters[0][0, 1] = number).Message);
        Assert.Equal("outputBias[0, 0]" + rest, Assert.Throws<ArgumentException>(() => _output.Parameters[1][0, 0] = number).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Forward_OfAnotherNumberOfFeatures_ShowsBoth(int features) => AssertError<ArgumentException>(
        $"V has 2 weights; pooling produced {features} features", "pooled", () => _output.Forward([.. new double[features]]));

    [Fact]
    public void Forward_OfAnArrayThatIsNone_ShowsBoth() =>
        AssertError<ArgumentException>(
            "V has 2 weights; pooling produced 0 features",
            "pooled",
            () => _output.Forward(default(ImmutableArray<double>)));

    [Theory]
    [InlineData(1e200, "Infinity")]
    [InlineData(-1e200, "-Infinity")]
    public void Forward_WhereTheLogitOverflows_IsAnError(double feature, string shown) => Assert.Equal(
        $"the logit is {shown}: V or the pooled features are too large",
        Assert.Throws<ArithmeticException>(() => new LogisticOutput(Matrix<double>.Build.Dense(1, 1, 1e200)).Forward(feature)).Message);

    [Fact]
    public void Backward_WithoutAPass_NamesIt() =>
        Assert.Throws<ArgumentNullException>("pass", () => _output.Backward(null!, Target.OfClass(0)));

    [Fact]
    public void Backward_OfAnotherLayersPass_IsAnErrorThoughTheLayersAreAlike()
    {
        OutputPass[] others =
        [
            new LogisticOutput(Weights(1, 3)).Forward(1, 2, 3), new SoftmaxOutput(Weights(2, 2)).Forward(1, 2),
            new LogisticOutput(Weights(1, 2), bias: 0.5).Forward(1, 2),
        ];

        Assert.All(others, pass => AssertError<ArgumentException>(
            "the pass is another layer's", "pass", () => _output.Backward(pass, Target.OfClass(0))));
    }

    [Fact]
    public void Backward_OfASetOfLabels_SaysWhatWasExpected() => AssertError<ArgumentException>(
        "the target is classes {1}; a logistic output expects one class, made by Target.OfClass",
        "target",
        () => _output.Backward(_output.Forward(1, 2), Target.OfClasses(1)));

    [Fact]
    public void Backward_OfAClassThatThereIsNot_ShowsThoseThatThereAre() => AssertError<ArgumentOutOfRangeException>(
        "the target is class 2; the output knows the classes 0 to 1",
        "target",
        () => _output.Backward(_output.Forward(1, 2), Target.OfClass(2)));

    private static Matrix<double> Weights(int rows, int columns) => Matrix<double>.Build.Dense(rows, columns, 1);

    private static void AssertError<TException>(string message, string parameter, Func<object?> action)
        where TException : ArgumentException =>
        Assert.StartsWith(message, Assert.Throws<TException>(parameter, action).Message, StringComparison.Ordinal);
}

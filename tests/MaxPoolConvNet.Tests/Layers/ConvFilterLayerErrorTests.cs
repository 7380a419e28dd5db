using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class ConvFilterLayerErrorTests
{
    private static readonly ConvFilterLayer _layer = new(Filters(6, 2), width: 2);

    [Fact]
    public void Constructor_WithoutFilters_NamesThem() =>
        Assert.Throws<ArgumentNullException>("filters", () => new ConvFilterLayer(null!, 1));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Constructor_WithAWidthUnderOne_NamesIt(int width) =>
        Assert.Equal(
            width,
            Assert.Throws<ArgumentOutOfRangeException>(nameof(width), () => new ConvFilterLayer(Filters(6, 2), width)).ActualValue);

    [Fact]
    public void Constructor_WithAPaddingThatIsNone_ListsThem() => AssertError<ArgumentOutOfRangeException>(
        "padding is 7; one of Narrow, Wide was expected", "padding", () => new ConvFilterLayer(Filters(6, 2), 2, (Padding)7));

    [Theory]
    [InlineData(7, 2)]
    [InlineData(2, 3)]
    public void Constructor_WithRowsThatTheWidthDoesNotDivide_ShowsBoth(int rows, int width) => AssertError<ArgumentException>(
        $"U has {rows} rows, which windows of {width} words don't divide", "filters", () => new ConvFilterLayer(Filters(rows, 4), width));

    [Theory]
    [InlineData(0, 4)]
    [InlineData(6, 0)]
    [InlineData(0, 0)]
    public void Constructor_WithoutARowOrAColumn_ShowsTheSize(int rows, int columns) => AssertError<ArgumentException>(
        $"U is {rows} × {columns}; at least a row and a column were expected",
        "filters",
        () => new ConvFilterLayer(Filters(rows, columns), 2));

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Constructor_WithAnotherNumberOfBiases_ShowsBoth(int biases) => AssertError<ArgumentException>(
        $"there are {biases} biases for 2 filters",
        "bias",
        () => new ConvFilterLayer(Filters(6, 2), 2, bias: Vector<double>.Build.Dense(biases)));

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Constructor_WithANumberThatIsNotFinite_NamesItsPlace(double number, string shown)
    {
        Matrix<double> filters = Filters(6, 2);
        filters[4, 1] = number;
        var bias = Vector<double>.Build.Dense([0, number]);

        Assert.Equal(
            $"U[4, 1] is {shown}; a finite number was expected",
            Assert.Throws<ArgumentException>(() => new ConvFilterLayer(filters, 2)).Message);
        Assert.Equal(
            $"filterBias[0, 1] is {shown}; a finite number was expected",
            Assert.Throws<ArgumentException>(() => new ConvFilterLayer(Filters(6, 2), 2, bias: bias)).Message);
    }

    [Fact]
    public void Forward_WithoutAText_NamesIt() => Assert.Throws<ArgumentNullException>("text", () => _layer.Forward(null!));

    [Fact]
    public void Forward_OfAWordOutsideTheVocabulary_NamesItsPlace() => Assert.Equal(
        "the word at position 1 has the id 3, outside the vocabulary of 3 words",
        Assert.Throws<ArgumentException>(() => _layer.Forward(TextInput.FromWordIds(2, 3))).Message);

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Forward_OfVectorsOfAnotherSize_ShowsBoth(int size) => AssertError<ArgumentException>(
        $"the text's word vectors have {size} entries; the filters expect 3",
        "text",
        () => _layer.Forward(TextInput.FromWordVectors(Matrix<double>.Build.Dense(2, size))));

    [Fact]
    public void Forward_WhereAProductOverflows_IsAnError()
    {
        var layer = new ConvFilterLayer(Filters(6, 2) * 1e200, 2);
        TextInput text = TextInput.FromWordVectors(Matrix<double>.Build.Dense(2, 3, 1e200));

        Assert.Equal(
            "a word vector's product with the filters is Infinity: weights or word vectors are too large",
            Assert.Throws<ArithmeticException>(() => layer.Forward(text)).Message);
    }

    [Fact]
    public void Backward_WithoutAnArgument_NamesIt()
    {
        Assert.Throws<ArgumentNullException>("pass", () => _layer.Backward(null!, Filters(1, 2)));
        Assert.Throws<ArgumentNullException>("responseGradient", () => _layer.Backward(_layer.Forward(TextInput.FromWordIds(0)), null!));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(3, 2)]
    [InlineData(2, 1)]
    [InlineData(2, 3)]
    public void Backward_OfAGradientOfAnotherShape_ShowsBoth(int rows, int columns) => AssertError<ArgumentException>(
        $"∂L/∂z is {rows} × {columns}; the responses are 2 × 2",
        "responseGradient",
        () => _layer.Backward(_layer.Forward(TextInput.FromWordIds(0, 1, 2)), Filters(rows, columns)));

    [Fact]
    public void Backward_OfAnotherLayersPass_IsAnErrorThoughTheLayersAreAlike() => AssertError<ArgumentException>(
        "the pass is another layer's",
        "pass",
        () => _layer.Backward(new ConvFilterLayer(Filters(6, 2), 2).Forward(TextInput.FromWordIds(0)), Filters(1, 2)));

    [Fact]
    public void ParameterSetter_TakesNoNumberThatIsNotFinite() => Assert.Equal(
        "U.2[5, 0] is NaN; a finite number was expected",
        Assert.Throws<ArgumentException>(() => new ConvFilterLayer(Filters(6, 2), 2).NamedParameters(".2")[0][5, 0] = double.NaN).Message);

    private static Matrix<double> Filters(int rows, int columns) => Matrix<double>.Build.Dense(rows, columns, 1);

    private static void AssertError<TException>(string message, string parameter, Func<object?> action)
        where TException : ArgumentException
    {
        TException error = Assert.Throws<TException>(parameter, action);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }
}

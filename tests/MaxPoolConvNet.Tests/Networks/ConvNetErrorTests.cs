using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class ConvNetErrorTests
{
    [Fact]
    public void VOfTheWrongSize() =>
        Throws<ArgumentException>("V has 50 weights; pooling produces 40", () => new ConvNet(Filters(2, 40), new MaxPool(), Output(50)));

    [Fact]
    public void TwoLayersOfOneWidth() => Throws<ArgumentException>(
        "the widths 2, 3, 2 aren't all different",
        () => new ConvNet([Filters(2, 4), Filters(3, 4), Filters(2, 4)], new MaxPool(), Output(12)));

    [Fact]
    public void NoLayers() =>
        Throws<ArgumentException>("a network needs at least one layer of filters", () => new ConvNet([], new MaxPool(), Output(1)));

    [Fact]
    public void WordVectorsOfOneLayersSize_ForLayersOfTwo() => Throws<ArgumentException>(
        "the text's word vectors have 10 entries; the filters expect 9",
        () => new ConvNet([Filters(1, 4), new ConvFilterLayer(Matrix<double>.Build.Dense(18, 4), 2)], new MaxPool(), Output(8))
            .Forward(TextInput.FromWordVectors(Matrix<double>.Build.Dense(3, 10))));

    [Fact]
    public void WordOutsideTheVocabulary() => Throws<ArgumentException>(
        "the word at position 1 has the id 10, outside the vocabulary of 10 words",
        () => Network().Forward(TextInput.FromWordIds(9, 10)));

    [Fact]
    public void NegativeWord() => Throws<ArgumentOutOfRangeException>(
        "the word at position 2 has the id -1; ids begin at 0", () => TextInput.FromWordIds(0, 1, -1));

    [Fact]
    public void WordVectorsOfTheWrongSize() => Throws<ArgumentException>(
        "the text's word vectors have 8 entries; the filters expect 10",
        () => Network().Forward(TextInput.FromWordVectors(Matrix<double>.Build.Dense(3, 8))));

    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void NumbersThatAreNotFinite(double number, string written)
    {
        var matrix = Matrix<double>.Build.Dense(10, 4);
        matrix[3, 2] = number;
        var vector = Vector<double>.Build.Dense(4);
        vector[2] = number;
        string rest = $" is {written}; a finite number was expected";
        Throws<ArgumentException>("word vectors[3, 2]" + rest, () => TextInput.FromWordVectors(matrix));
        Throws<ArgumentException>("U[3, 2]" + rest, () => new ConvFilterLayer(matrix, 1));
        Throws<ArgumentException>("filterBias[0, 2]" + rest, () => new ConvFilterLayer(Matrix<double>.Build.Dense(10, 4), 1, bias: vector));
        Throws<ArgumentException>("V[0, 2]" + rest, () => new LogisticOutput(vector.ToRowMatrix()));
        Throws<ArgumentException>("outputBias[0, 0]" + rest, () => new LogisticOutput(Matrix<double>.Build.Dense(1, 4), number));
        Throws<ArgumentException>("U[3, 2]" + rest, () => Network().Parameters[0][3, 2] = number);
        Throws<ArgumentException>("V[0, 2]" + rest, () => Network().Parameters[1][0, 2] = number);
        Throws<ArgumentException>("pooled features[0, 2]" + rest, () => Output(4).Forward([.. vector]));
    }

    [Fact]
    public void AnotherModelsPass() => Throws<ArgumentException>(
        "the pass is another model's", () => Network().Backward(Network().Forward(TextInput.FromWordIds(1)), Target.OfClass(1)));

    [Fact]
    public void TargetThatTheOutputDoesNotKnow()
    {
        ConvNet network = Network();
        ForwardPass pass = network.Forward(TextInput.FromWordIds(1));
        string message = "the target is class 2; the output knows the classes 0 to 1";
        Throws<ArgumentOutOfRangeException>(message, () => network.Backward(pass, Target.OfClass(2)));
        Throws<ArgumentOutOfRangeException>(message, () => pass.LogLikelihood(Target.OfClass(2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Target.OfClass(-1));
    }

    [Fact]
    public void PlaceOutsideAParameter()
    {
        Parameter filters = Network().Parameters[0];
        Throws<ArgumentOutOfRangeException>("U (20 × 4) has no row 20", () => filters[20, 0] = 1);
        Throws<ArgumentOutOfRangeException>("U (20 × 4) has no column -1", () => filters[0, -1]);
    }

    private static void Throws<TException>(string message, Func<object?> action)
        where TException : Exception => Assert.StartsWith(message, Assert.Throws<TException>(action).Message, StringComparison.Ordinal);

    private static ConvNet Network() => new(Filters(2, 4), new MaxPool(), Output(4));

    private static ConvFilterLayer Filters(int width, int count) => new(Matrix<double>.Build.Dense(10 * width, count), width);

    private static LogisticOutput Output(int features) => new(Matrix<double>.Build.Dense(1, features));
}

using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

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

    [Fact]
    public void MissingArguments()
    {
        ConvFilterLayer[] layers = [Filters(2, 4)];
        Assert.Throws<ArgumentNullException>("filters", () => new ConvNet((IEnumerable<ConvFilterLayer>)null!, new MaxPool(), Output(4)));
        Assert.Throws<ArgumentNullException>("filters", () => new ConvNet([null!], new MaxPool(), Output(4)));
        Assert.Throws<ArgumentNullException>("embeddingFilters", () => new ConvNet(layers, null, null!, new MaxPool(), Output(4)));
        Assert.Throws<ArgumentNullException>("embeddingFilters", () => new ConvNet(layers, Vectors(10), [null!], new MaxPool(), Output(4)));
        Assert.Throws<ArgumentNullException>("pool", () => new ConvNet(layers, null!, Output(4)));
        Assert.Throws<ArgumentNullException>("output", () => new ConvNet(layers, new MaxPool(), null!));
        Assert.Throws<ArgumentNullException>("options", () => ConvNet.Random(3, null!, seed: 1));
        Assert.Throws<ArgumentNullException>("text", () => Network().Forward(null!));
        Assert.Throws<ArgumentNullException>("pass", () => Network().Backward(null!, Target.OfClass(1)));
        Assert.Throws<ArgumentNullException>("blocks", () => new Gradients(null!));
    }

    [Fact]
    public void FiltersWithoutAnEmbedding_AndTheReverse()
    {
        Throws<ArgumentException>(
            "there are filters over an embedding, but no embedding",
            () => new ConvNet([], null, [Filters(1, 4)], new MaxPool(), Output(4)));
        Throws<ArgumentException>(
            "there is an embedding, but no filters over it", () => new ConvNet([Filters(1, 4)], Vectors(10), [], new MaxPool(), Output(4)));
    }

    [Fact]
    public void FiltersThatDontFitTheEmbedding()
    {
        Throws<ArgumentException>(
            "the widths 2, 2 aren't all different",
            () => new ConvNet([], Vectors(10), [Filters(2, 4), Filters(2, 4)], new MaxPool(), Output(8)));
        Throws<ArgumentException>(
            "the filters over the embedding expect words of size 10; its vectors have 9 entries",
            () => new ConvNet([], Vectors(9), [Filters(2, 4)], new MaxPool(), Output(4)));
        Throws<ArgumentException>(
            "the one-hot filters have rows for 10 words; the embedding knows 3",
            () => new ConvNet([Filters(1, 4)], Vectors(10), [Filters(1, 4)], new MaxPool(), Output(8)));
    }

    [Fact]
    public void WordVectorsWithoutWords() => Throws<ArgumentException>(
        "word vectors need words; a random network has ids alone",
        () => ConvNet.Random(3, new ConvNetOptions { Embedding = new() { Vectors = WordVectors.FromBytes(["a"], new sbyte[] { 1 }, [1f]) } }, seed: 1));

    [Fact]
    public void OptionsOutOfRange()
    {
        Throws<ArgumentOutOfRangeException>(
            "Filters is empty; at least one width was expected where there is no embedding",
            () => ConvNet.Random(3, new ConvNetOptions { Filters = [] }, seed: 1));
        Throws<ArgumentOutOfRangeException>("Filters: the widths have to be all different", () => ConvNet.Random(3, new ConvNetOptions { Filters = [new(2), new(2)] }, seed: 1));
        Throws<ArgumentOutOfRangeException>("InitialDeviation", () => ConvNet.Random(3, new ConvNetOptions { InitialDeviation = -1 }, seed: 1));
        Throws<ArgumentOutOfRangeException>("Embedding.Dimension", () => ConvNet.Random(3, new ConvNetOptions { Embedding = new() { Dimension = 0 } }, seed: 1));
    }

    [Fact]
    public void GradientsThatAreMissing_OrThereTwice()
    {
        Matrix<double> block = Matrix<double>.Build.Dense(1, 1);
        Throws<ArgumentException>("there are two gradients of U", () => new Gradients(("U", block), ("V", block), ("U", block)));
        Throws<KeyNotFoundException>("there is no gradient of U3, but of U, V", () => new Gradients(("U", block), ("V", block))["U3"]);
    }

    private static void Throws<TException>(string message, Func<object?> action)
        where TException : Exception => Assert.StartsWith(message, Assert.Throws<TException>(action).Message, StringComparison.Ordinal);

    private static ConvNet Network() => new(Filters(2, 4), new MaxPool(), Output(4));

    private static Embedding Vectors(int dimension) => new(null, Matrix<double>.Build.Dense(3, dimension));

    private static ConvFilterLayer Filters(int width, int count) => new(Matrix<double>.Build.Dense(10 * width, count), width);

    private static LogisticOutput Output(int features) => new(Matrix<double>.Build.Dense(1, features));
}

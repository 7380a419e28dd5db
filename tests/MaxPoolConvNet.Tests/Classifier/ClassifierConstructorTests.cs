using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

public class ClassifierConstructorTests
{
    private static readonly ConvNet _network = ConvNet.Random(3, new ConvNetOptions { Filters = [new(1, 2), new(2, 2), new(3, 2)] }, seed: 1);
    private static readonly Vocabulary _vocabulary = Vocabulary.FromWords(["a", "b", "c"]);
    private static readonly WordTokenizer _tokenizer = new();

    public static TheoryData<string?[], string> Labels { get; } = new()
    {
        { [], "the labels are ; 2 in ordinal order were expected" },
        { ["a"], "the labels are 'a'; 2 in ordinal order were expected" },
        { ["a", "a"], "the labels are 'a', 'a'; 2 in ordinal order were expected" },
        { ["b", "a"], "the labels are 'b', 'a'; 2 in ordinal order were expected" },
        { ["a", "B"], "the labels are 'a', 'B'; 2 in ordinal order were expected" },
        { ["a", "b", "c"], "the labels are 'a', 'b', 'c'; 2 in ordinal order were expected" },
        { [null, "a"], "the labels are null, 'a'; 2 in ordinal order were expected" },
    };

    [Theory]
    [MemberData(nameof(Labels))]
    public void LabelsThatAreNotTwoInOrderAreShown(string?[] labels, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => new TextClassifier(_network, _vocabulary, _tokenizer, labels!));

        Assert.Equal($"{message} (Parameter 'labels')", error.Message);
    }

    [Fact]
    public void AVocabularyOfAnotherSizeIsAnErrorThatStatesBothSizes()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new TextClassifier(_network, Vocabulary.FromWords(["a", "b"]), _tokenizer, ["x", "y"]));

        Assert.Equal("the vocabulary has 2 words; the network expects 3 (Parameter 'vocabulary')", error.Message);
    }

    [Fact]
    public void WeightsThatSinglePrecisionDoesNotHold_AreAnError()
    {
        var filter = new ConvFilterLayer(Matrix<double>.Build.DenseOfArray(new[,] { { 1.0 }, { 2 }, { 3 } }), width: 1);
        var network = new ConvNet(filter, new MaxPool(), new LogisticOutput(Matrix<double>.Build.Dense(1, 1, 1e300)));

        Assert.Equal(
            "in single precision an entry of V is Infinity: the weights are too large (Parameter 'network')",
            Assert.Throws<ArgumentException>(() => new TextClassifier(network, _vocabulary, _tokenizer, ["x", "y"])).Message);
    }

    [Fact]
    public void AnythingThatIsNullIsNamed()
    {
        Assert.Equal("network", NullOf(() => new TextClassifier(null!, _vocabulary, _tokenizer, ["x", "y"])));
        Assert.Equal("vocabulary", NullOf(() => new TextClassifier(_network, null!, _tokenizer, ["x", "y"])));
        Assert.Equal("tokenizer", NullOf(() => new TextClassifier(_network, _vocabulary, null!, ["x", "y"])));
        Assert.Equal("labels", NullOf(() => new TextClassifier(_network, _vocabulary, _tokenizer, null!)));
    }

    private static string? NullOf(Func<TextClassifier> make) => Assert.Throws<ArgumentNullException>(make).ParamName;
}

using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Tests;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Onnx.Tests;

public sealed class BadInputTests
{
    private static readonly TextClassifier _classifier = Classifiers.Get("one-hot");

    [Fact]
    public void Factored_NeedsAnEmbedding()
    {
        var problem = Assert.Throws<ArgumentException>(() => _classifier.SaveOnnx(Stream.Null, new OnnxOptions { Factored = true }));

        Assert.StartsWith("the classifier has no embedding; OnnxOptions.Factored is for classifiers with one", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUndefinedInput_IsNamed()
    {
        var problem = Assert.Throws<ArgumentOutOfRangeException>(
            () => _classifier.SaveOnnx(Stream.Null, new OnnxOptions { Input = (OnnxInput)7 }));

        Assert.StartsWith("the input of an ONNX model is 7; Tokens or Ids was expected", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nulls_AreRefused()
    {
        Assert.Throws<ArgumentNullException>("classifier", () => OnnxExport.SaveOnnx(null!, "a.onnx"));
        Assert.Throws<ArgumentNullException>("stream", () => _classifier.SaveOnnx((Stream)null!));
        Assert.Throws<ArgumentNullException>("path", () => _classifier.SaveOnnx((string)null!));
        Assert.Throws<ArgumentException>("path", () => _classifier.SaveOnnx(""));
    }

    [Fact]
    public void AFile_IsReplaced()
    {
        using TemporaryFile file = new("model.onnx", [1, 2, 3]);

        _classifier.SaveOnnx(file.Path);

        using var memory = new MemoryStream();
        _classifier.SaveOnnx(memory);
        Assert.Equal(memory.ToArray(), File.ReadAllBytes(file.Path));
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(file.Path)!));
    }

    [Fact]
    public void APathThatCannotBeWritten_LeavesTheOldFile()
    {
        using TemporaryFile file = new("model.onnx", [1, 2, 3]);

        Assert.ThrowsAny<IOException>(() => _classifier.SaveOnnx(Path.Combine(file.Path, "inside.onnx")));
        Assert.ThrowsAny<IOException>(() => _classifier.SaveOnnx(Path.GetDirectoryName(file.Path)!));
        if (OperatingSystem.IsLinux()) Assert.ThrowsAny<IOException>(() => _classifier.SaveOnnx("/dev/null"));

        Assert.Equal([1, 2, 3], File.ReadAllBytes(file.Path));
    }

    [Fact]
    public void ACancelledExport_LeavesTheOldFile()
    {
        using TemporaryFile file = new("model.onnx", [1, 2, 3]);

        Assert.Throws<OperationCanceledException>(() => _classifier.SaveOnnx(file.Path, null, new CancellationToken(canceled: true)));

        Assert.Equal([1, 2, 3], File.ReadAllBytes(file.Path));
    }

    [Fact]
    public void AModelOver2GB_NamesSizesAndWhatHelps()
    {
        const int Words = 150_000;
        var network = new ConvNet(
            [],
            new Embedding(Matrix<double>.Build.Dense(Words, 1, 1), null),
            [new ConvFilterLayer(Matrix<double>.Build.Dense(4, 1000, 1), width: 4)],
            new MaxPool(),
            new LogisticOutput(Matrix<double>.Build.Dense(1, 1000, 1)));
        Vocabulary vocabulary = Vocabulary.FromWords(Enumerable.Range(0, Words).Select(word => $"w{word}"));
        var classifier = new TextClassifier(network, vocabulary, WordTokenizer.Default, ["a", "b"]);

        var problem = Assert.Throws<ArgumentException>("classifier", () => classifier.SaveOnnx(Stream.Null));
        using var session = new OnnxSession(classifier, new OnnxOptions { Factored = true });

        Assert.Contains("2,400,032,000 of them in tables of 4,000 filter entries per word", problem.Message, StringComparison.Ordinal);
        Assert.Contains("set OnnxOptions.Factored, which keeps the 150,000 word vectors themselves", problem.Message, StringComparison.Ordinal);
        Assert.Equal(classifier.Score("w1 w2")[1].Probability, session.Predict(["w1 w2"], 1)[0].Probabilities[1], 1e-5);
    }

    [Fact]
    public void AnOverflowingProduct_IsAnArithmeticException()
    {
        Matrix<double> huge = Matrix<double>.Build.Dense(1, 1, 1e30);
        var network = new ConvNet(
            [], new Embedding(huge, null), [new ConvFilterLayer(huge, width: 1)], new MaxPool(), new LogisticOutput(Matrix<double>.Build.Dense(1, 1, 1)));
        var classifier = new TextClassifier(network, Vocabulary.FromWords(["a"]), WordTokenizer.Default, ["a", "b"]);

        Assert.Throws<ArithmeticException>(() => classifier.SaveOnnx(Stream.Null));
    }
}

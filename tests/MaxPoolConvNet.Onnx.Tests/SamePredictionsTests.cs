using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Onnx.Tests;

/// <summary>ONNX Runtime gives the probabilities and labels that the library gives for each text alone.</summary>
public sealed class SamePredictionsTests
{
    private const double Tolerance = 1e-5;

    public static TheoryData<string> EarlierVersions { get; } =
        ["1-embedding-16-bits", "1-logistic", "1-multi-label", "1-sub-words", "2-sub-words", "2-words"];

    [Theory]
    [MemberData(nameof(Classifiers.Names), MemberType = typeof(Classifiers))]
    public void Tokens_GiveTheSame(string name) => AssertSame(Classifiers.Get(name), null, batchSize: 32);

    [Theory]
    [MemberData(nameof(Classifiers.Names), MemberType = typeof(Classifiers))]
    public void Ids_GiveTheSame(string name) => AssertSame(Classifiers.Get(name), new OnnxOptions { Input = OnnxInput.Ids }, batchSize: 1);

    [Theory]
    [MemberData(nameof(Classifiers.NamesWithVectors), MemberType = typeof(Classifiers))]
    public void Factored_GivesTheSame(string name) => AssertSame(Classifiers.Get(name), new OnnxOptions { Factored = true }, batchSize: 50);

    [Theory]
    [MemberData(nameof(EarlierVersions))]
    public void FilesOfEarlierVersions_GiveTheSame(string name)
    {
        TextClassifier classifier = TextClassifier.Load(Path.Combine(AppContext.BaseDirectory, "Versions", name + ".safetensors"));

        AssertSame(classifier, null, batchSize: 7);
    }

    [Fact]
    public void ACompiledClassifier_GivesTheSame() =>
        AssertSame(Classifiers.Get("two channels").Compile(), null, batchSize: 32);

    [Fact]
    public void PaddingAnywhere_IsLeftOut()
    {
        using var session = new OnnxSession(Classifiers.Get("narrow"));

        OnnxPrediction[] predictions = session.Run([["", "not", "", "", "good", "battery"], ["not", "good", "battery"]], padding: 9);

        Assert.Equal(predictions[1].Probabilities, predictions[0].Probabilities);
        Assert.Equal(Classifiers.Get("narrow").Score("not good battery")[1].Probability, predictions[0].Probabilities[1], Tolerance);
    }

    [Fact]
    public void AWordOutOfOrder_GivesAnother()
    {
        using var session = new OnnxSession(Classifiers.Get("one-hot"));

        OnnxPrediction[] predictions = session.Run([["not", "good", "battery"], ["good", "not", "battery"]]);

        Assert.NotEqual(predictions[1].Probabilities, predictions[0].Probabilities);
    }

    [Fact]
    public void IdsThatNoWordHas_AreLeftOut()
    {
        TextClassifier classifier = Classifiers.Get("one-hot");
        using var session = new OnnxSession(classifier, new OnnxOptions { Input = OnnxInput.Ids });
        long good = classifier.Vocabulary.GetId("good");

        float[][] probabilities =
            [.. new long[][] { [good], [good, long.MaxValue], [long.MinValue, good], [classifier.Vocabulary.Count, good] }.Select(session.RunIds)];

        Assert.All(probabilities, row => Assert.Equal(probabilities[0], row));
        Assert.Equal(classifier.Score("good")[1].Probability, probabilities[0][1], Tolerance);
    }

    [Fact]
    public void AWordThatIsNoText_KeepsTheIdsOfTheOthers()
    {
        var network = new ConvNet(
            new ConvFilterLayer(Matrix<double>.Build.DenseOfArray(new[,] { { 1.0 }, { 5.0 }, { -1.0 } }), width: 1),
            new MaxPool(),
            new LogisticOutput(Matrix<double>.Build.DenseOfArray(new[,] { { 2.0 } })));
        Vocabulary vocabulary = Vocabulary.FromWords(["good", "half \uD83D", "bad"]);
        var classifier = new TextClassifier(network, vocabulary, WhitespaceTokenizer.Default, ["negative", "positive"]);
        using var session = new OnnxSession(classifier);

        OnnxPrediction[] predictions = session.Predict(["good", "bad", ""], batchSize: 3);

        Assert.Equal(["positive", "negative", "negative"], predictions.Select(prediction => prediction.Label));
        Assert.Equal(classifier.Score("bad")[1].Probability, predictions[1].Probabilities[1], Tolerance);
    }

    private static void AssertSame(TextClassifier classifier, OnnxOptions? options, int batchSize)
    {
        using var session = new OnnxSession(classifier, options);
        OnnxPrediction[] predictions = session.Predict(Reviews.Unseen, batchSize);

        Assert.Equal(Reviews.Unseen.Length, predictions.Length);
        double[] probabilities = new double[classifier.Labels.Length];
        foreach ((string text, OnnxPrediction prediction) in Reviews.Unseen.Zip(predictions))
        {
            LabelScores scores = classifier.Score(text);
            scores.CopyTo(probabilities);
            Assert.All(probabilities.Zip(prediction.Probabilities), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
            Assert.Equal(classifier.Predict(text).Label, prediction.Label);
            if (classifier.IsMultiLabel) Assert.Equal(scores.Above().Select(label => label.Label).Order(StringComparer.Ordinal), prediction.Labels);
            else Assert.DoesNotContain(OnnxNames.Labels, session.Outputs);
        }

        Assert.True(predictions.Select(prediction => prediction.Probabilities[0]).Distinct().Count() > 5);
    }
}

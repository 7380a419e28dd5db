using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>Training that begins with given word vectors.</summary>
public class GivenVectorsTests
{
    private static readonly (string Word, float[] Vector)[] _entries =
    [
        ("superb", [1, 2, 0]), ("splendid", [1, 2, 0.1f]), ("dreadful", [-1, -2, 0]), ("awful", [-1, -2, 0.1f]), ("film", [0, 0, 1]),
    ];

    private static readonly WordVectors _vectors = Vectors(_entries);

    [Theory]
    [InlineData(EmbeddingKind.Static)]
    [InlineData(EmbeddingKind.TwoChannel)]
    [InlineData(EmbeddingKind.Trained)]
    public void AWordThatOnlyTheVectorsKnow_IsUnderstoodByItsVector(EmbeddingKind kind)
    {
        TrainingResult result = Train(kind, with: options => options with { Networks = 2 });

        Prediction good = result.Classifier.Predict("a splendid evening");
        Prediction bad = result.Classifier.Predict("an awful evening");

        Assert.Equal(("positive", "negative"), (good.Label, bad.Label));
        Assert.InRange(good.Probability, 0.6, 1);
        Assert.True(result.Classifier.Vocabulary.TryGetId("splendid", out _));
        Assert.False(result.Classifier.Vocabulary.TryGetId("xyzzy", out _));
        Prediction compiled = result.Classifier.Compile().Predict("a splendid evening");
        Assert.Equal((good.Label, good.WordCount, good.KnownWordCount), (compiled.Label, compiled.WordCount, compiled.KnownWordCount));
    }

    [Fact]
    public void Coverage_CountsTheWordsOfTheTrainingTexts()
    {
        TrainingResult result = Train(EmbeddingKind.Static);
        WordVectorCoverage coverage = result.VectorCoverage!.Value;
        Assert.Equal(3, coverage.CoveredWordCount); // superb, dreadful, film
        Assert.True(coverage.WordCount < result.Classifier.Vocabulary.Count);
        Assert.Null(TrainingCalls.Train(ToyTexts.Separable(40), TrainingCalls.Small).VectorCoverage);
    }

    [Fact]
    public void StaticVectors_StayAsTheyAreGiven()
    {
        TextClassifier classifier = Train(EmbeddingKind.TwoChannel, with: options => options with { WeightDecay = 0.01 }).Classifier;
        ConvNet network = classifier.ToConvNet();
        foreach ((string word, float[] vector) in _entries)
        {
            Assert.True(classifier.Vocabulary.TryGetId(word, out int id));
            TextInput embedded = network.Embedding!.Forward(TextInput.FromWordIds(id));
            Assert.Equal(vector.Select(entry => (double)entry), embedded.WordVectors[..3].ToArray());

            // the trained channel began as the same, and has moved where the word occurs in the texts
            bool occurs = word is "superb" or "dreadful" or "film";
            Assert.Equal(!occurs, vector.Select(entry => (double)entry).SequenceEqual(embedded.WordVectors[3..].ToArray()));
        }
    }

    [Fact]
    public void AWordWithoutAVector_BeginsWithNumbersOfTheSameVariance()
    {
        var vocabulary = Vocabulary.FromWords(Enumerable.Range(0, 2_000).Select(word => $"w{word}"));
        var options = new EmbeddingOptions { Vectors = _vectors };
        EmbeddingTable<double> embedding = EmbeddingInitializer.Empty<double>(2_000, options);
        EmbeddingInitializer.Fill(embedding, options, vocabulary, new CounterRandom(1));

        double given = _entries.Average(entry => entry.Vector.Average(number => (double)number * number));
        double drawn = Enumerable.Range(0, 2_000).Average(word => embedding.Row(word)[..3].ToArray().Average(number => number * number));
        Assert.Equal(given, drawn, 0.05 * given);
    }

    [Fact]
    public void WithAnIdForUnknownWords_TheyKeepIt()
    {
        TextClassifier classifier = Train(EmbeddingKind.Static, with: options => options with
        {
            Vocabulary = new VocabularyOptions { UnknownWords = UnknownWords.OneId },
        }).Classifier;
        Assert.False(classifier.Vocabulary.TryGetId("splendid", out _));
    }

    [Fact]
    public void OneHotFiltersBeside_DoNotKnowWordsThatOnlyTheVectorsKnow()
    {
        TextClassifier classifier = Train(EmbeddingKind.Static, with: options => options with
        {
            Network = options.Network with { Filters = [new(1, 3), new(2, 3)] },
        }).Classifier;
        ConvNet network = classifier.ToConvNet();

        Assert.True(network.Filters[0].WordSize < network.WordSize);
        Assert.Equal("positive", classifier.Predict("splendid").Label);
        GradientReport report = GradientCalls.Check(network, classifier.ToTextInput("a splendid film"), Target.OfClass(1));
        Assert.True(report.HasPassed, report.ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SubwordsBesideVectors_HaveZeros_AlsoWhereVectorsAreComposed_AndAfterMoreTraining(bool composed)
    {
        WordVectors vectors = composed
            ? WordVectors.FromBytes(["superb", "dreadful"], new sbyte[] { 1, 2, -1, -2 }, [1f, 1f], new Composer())
            : Vectors([("superb", [1, 2]), ("dreadful", [-1, -2])]);
        TrainingOptions options = Options(EmbeddingKind.Static);
        options = options with { Tokenizer = new SubwordTokenizer(), Network = options.Network with { Filters = [new(1, 2)] } };
        options.Network.Embedding!.Vectors = vectors;

        TrainingResult result = TrainingCalls.Train(ToyTexts.Separable(60), options);
        TrainingResult more = new Trainer(options).Continue(
            result.Classifier, [new("positive", "marvellous"), new("negative", "dreadful")], null, TestContext.Current.CancellationToken);

        foreach (TrainingResult one in new[] { result, more })
        {
            TextClassifier classifier = one.Classifier;
            string[] subwords = [.. classifier.Vocabulary.Words.Where(word => word.StartsWith('~'))];
            Assert.NotEmpty(subwords);
            Assert.All(subwords, word => Assert.Equal([0, 0], Row(classifier, word)));
            Assert.Equal([1, 2], Row(classifier, "superb"));
        }

        Assert.Contains("~marv", more.Classifier.Vocabulary.Words);
        Assert.Equal(result.Classifier.Vocabulary.Words.Count(word => !word.StartsWith('~')), result.VectorCoverage!.Value.WordCount);
        GradientReport report = GradientCalls.Check(
            result.Classifier.ToConvNet(), result.Classifier.ToTextInput("a superb film"), Target.OfClass(1));
        Assert.True(report.HasPassed, report.ToString());
    }

    [Fact]
    public void VectorsOfZeros_AreTrainedLikeOthers()
    {
        WordVectors zeros = Vectors([("superb", [0, 0]), ("dreadful", [0, 0])]);
        TrainingOptions options = Options(EmbeddingKind.Trained) with
        {
            Network = new ConvNetOptions { Filters = [], Embedding = new EmbeddingOptions { Vectors = zeros, Filters = [new(1, 5)] }, InitialDeviation = 0.3 },
            Epochs = 60,
        };
        Assert.Equal("positive", TrainingCalls.Train(ToyTexts.Separable(40), options).Classifier.Predict("superb").Label);
    }

    [Fact]
    public void ARandomNetworkTakesNoVectors()
    {
        var error = Assert.Throws<ArgumentException>(() => ConvNet.Random(5, new ConvNetOptions { Embedding = new EmbeddingOptions { Vectors = _vectors } }, seed: 1));
        Assert.StartsWith("word vectors need words; a random network has ids alone", error.Message, StringComparison.Ordinal);
    }

    private static double[] Row(TextClassifier classifier, string word)
    {
        Assert.True(classifier.Vocabulary.TryGetId(word, out int id));
        return classifier.ToConvNet().Embedding!.Forward(TextInput.FromWordIds(id)).WordVectors.ToArray();
    }

    private static WordVectors Vectors((string Word, float[] Vector)[] entries) =>
        WordVectorFile.ReadFrom(new MemoryStream(WordVectorBytes.Text(entries, header: true)), "vectors.txt");

    private static TrainingOptions Options(EmbeddingKind kind) => TrainingCalls.Small with
    {
        Epochs = 20,
        BatchSize = 4,
        Network = new ConvNetOptions { Filters = [], Embedding = new EmbeddingOptions { Kind = kind, Vectors = _vectors, Filters = [new(1, 6), new(2, 6)] } },
    };

    private static TrainingResult Train(EmbeddingKind kind, Func<TrainingOptions, TrainingOptions>? with = null) =>
        TrainingCalls.Train(ToyTexts.Separable(60), with?.Invoke(Options(kind)) ?? Options(kind));

    /// <summary>Has a vector for everything.</summary>
    private sealed class Composer : IWordComposer
    {
        public bool TryCompose(ReadOnlySpan<char> word, WordVectors vectors, Span<float> vector)
        {
            vector.Fill(3);
            return true;
        }
    }
}

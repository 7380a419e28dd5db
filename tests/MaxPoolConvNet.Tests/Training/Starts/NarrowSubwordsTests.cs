using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Tests.Storage;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>Filters of widths 1 and 2 alone have rows for sub-words, through the whole life of a classifier.</summary>
public class NarrowSubwordsTests
{
    private static readonly string[] _texts = ["", "superb", "a supurb film, dreadfully marvellous", "splendid", "ununheard of"];

    [Theory]
    [InlineData(null, 1, 1, false)]
    [InlineData(null, 3, 4, true)]
    [InlineData(EmbeddingKind.Static, 1, 4, false)]
    [InlineData(EmbeddingKind.Static, 3, 1, true)]
    [InlineData(EmbeddingKind.TwoChannel, 2, 4, true)]
    public void TrainedLoadedAndTrainedOn_ItPredictsAsItsNetworkInDoublePrecision(EmbeddingKind? kind, int networks, int batchSize, bool compact)
    {
        TrainingOptions options = Options(kind) with { Networks = networks, BatchSize = batchSize, Compact = compact };
        TextClassifier classifier = TrainingCalls.Train(ToyTexts.Separable(60), options).Classifier;
        TextClassifier loaded = SavedModel.Load(SavedModel.Of(classifier));
        TextClassifier more = new Trainer(options).Continue(
            classifier, [new("positive", "marvellous"), new("negative", "unheard")], null, TestContext.Current.CancellationToken).Classifier;

        foreach (TextClassifier one in new[] { classifier, loaded, more })
        {
            (int words, int subwords) = Counts(one);
            ConvNet network = one.ToConvNet();
            Assert.Equal([words + subwords, words + subwords, words], network.Filters.Select(layer => layer.WordSize));
            Assert.Equal(kind is not null, words + subwords < network.WordSize);
            foreach (string text in _texts)
            {
                double second = network.Forward(one.ToTextInput(text)).Probabilities[0];
                Prediction prediction = one.Predict(text);
                Assert.Equal(prediction.Label == one.Labels[1] ? second : 1 - second, prediction.Probability, 1e-5);
            }
        }

        Assert.All(_texts, text => Assert.Equal(classifier.Predict(text), loaded.Predict(text)));
        Assert.True(more.Vocabulary.TryGetId("marvellous", out _) && more.Vocabulary.TryGetId("~marv", out _));
    }

    [Fact]
    public void UnknownSubwords_AreNotUnknownWords()
    {
        TextClassifier classifier = TrainingCalls.Train(ToyTexts.Separable(60), Options(kind: null)).Classifier;
        Prediction known = classifier.Predict("superb");

        Prediction both = classifier.Predict("superb zyxwvut");
        Explanation explanation = classifier.Explain("superb zyxwvut");

        Assert.Equal(known.WordCount, known.KnownWordCount);
        Assert.Equal((known.WordCount + 1, known.WordCount), (both.WordCount, both.KnownWordCount));
        Assert.Equal((both.WordCount, both.KnownWordCount), (explanation.WordCount, explanation.KnownWordCount));
        Assert.Equal(1, classifier.Predict("zyxwvut").WordCount);
    }

    [Fact]
    public void ASizeLimit_LeavesOutWordsAndSubwords_AndKeepsTheirOrder()
    {
        TextClassifier classifier = TrainingCalls.Train(ToyTexts.Separable(60), Options(kind: null) with { Compact = true }).Classifier;
        (int words, int subwords) = Counts(classifier);

        TextClassifier small = classifier.Compact(maximumBytes: SavedModel.Of(classifier).Length - 300, cancellationToken: TestContext.Current.CancellationToken);

        (int wordsLeft, int subwordsLeft) = Counts(small);
        Assert.True(subwordsLeft < subwords, $"{subwordsLeft} of {subwords} sub-words are left");
        Assert.InRange(wordsLeft, 1, words);
        Assert.Equal([wordsLeft + subwordsLeft, wordsLeft + subwordsLeft, wordsLeft], small.ToConvNet().Filters.Select(layer => layer.WordSize));
        TextClassifier loaded = SavedModel.Load(SavedModel.Of(small));
        Assert.All(_texts, text => Assert.Equal(small.Predict(text), loaded.Predict(text)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(EmbeddingKind.Static)]
    public void AWindowOfWideFilters_DoesNotReachIntoSubwords(EmbeddingKind? kind)
    {
        TextClassifier classifier = TrainingCalls.Train(ToyTexts.Separable(60), Options(kind)).Classifier;
        Assert.True(classifier.Vocabulary.TryGetId("~drea", out _) && !classifier.Vocabulary.TryGetId("dreadfuly", out _));

        // of the words, the filters know the second; the sub-words of the first come right after it
        Explanation explanation = classifier.Explain("dreadfuly superb");

        ExplainedWindow[] wide = [.. explanation.Windows.Where(window => window.Width == 3)];
        Assert.Contains(wide, window => (window.Start, window.Length) == (10, 6));
        Assert.All(wide, window => Assert.Contains((window.Start, window.Length), new[] { (10, 6), (0, 0) }));
    }

    [Fact]
    public void GradientsMatchNumericalOnes()
    {
        TextClassifier classifier = TrainingCalls.Train(ToyTexts.Separable(60), Options(EmbeddingKind.TwoChannel)).Classifier;
        GradientReport report = GradientCalls.Check(classifier.ToConvNet(), classifier.ToTextInput("a supurb film, marvellous"), Target.OfClass(1));
        Assert.True(report.HasPassed, report.ToString());
    }

    /// <summary>The words and sub-words with rows; words known by a vector alone come after them.</summary>
    private static (int Words, int Subwords) Counts(TextClassifier classifier)
    {
        IReadOnlyList<string> all = classifier.Vocabulary.Words;
        return (all.TakeWhile(word => !word.StartsWith('~')).Count(), all.Count(word => word.StartsWith('~')));
    }

    private static TrainingOptions Options(EmbeddingKind? kind) => TrainingCalls.Small with
    {
        Epochs = 20,
        Tokenizer = new SubwordTokenizer(),
        Network = new ConvNetOptions
        {
            Filters = [new(1, 3), new(2, 2), new(3, 4)],
            Embedding = kind is not { } given ? null : new EmbeddingOptions
            {
                Kind = given,
                Vectors = WordVectors.FromBytes(["splendid", "superb", "awful"], new sbyte[] { 9, 1, 9, 2, -9, 1 }, [0.1f, 0.2f]),
                Filters = [new(1, 6), new(2, 6)],
            },
        },
    };
}

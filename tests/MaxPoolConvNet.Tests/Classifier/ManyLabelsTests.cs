using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

/// <summary>More than two labels: a softmax output from training to explanation.</summary>
public class ManyLabelsTests
{
    private static readonly string[] _words = ["red", "green", "blue"];

    /// <summary>Nine labels, each an ordered pair of words: no bag of words tells "red green" from "green red".</summary>
    private static readonly LabeledText[] _pairs =
    [
        .. Enumerable.Range(0, 180).Select(t =>
        {
            string first = _words[t % 3];
            string second = _words[t / 3 % 3];
            return new LabeledText($"{first}-{second}", $"{(t % 2 == 0 ? "the" : "a")} {first} {second} thing{(t % 5 == 0 ? " again" : "")}");
        }),
    ];

    private static readonly TrainingOptions _options = TrainingCalls.Small with { Epochs = 20 };

    [Fact]
    public void Training_LearnsTheOrderOfTheWordsOfNineLabels()
    {
        TextClassifier classifier = TextClassifier.Train(_pairs, _options, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(9, classifier.Labels.Length);
        Assert.Equal(1, classifier.Evaluate(_pairs).Accuracy);
        Assert.Equal("green-red", classifier.Predict("some green red thing").Label);
        Assert.Equal("red-green", classifier.Predict("some red green thing").Label);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void AStepOfSgd_AddsTheMeanGradientOfTheNetworkInDouble(int batchSize)
    {
        int[][] wordIds = [[0, 1, 2], [3, 0], [2, 2, 1, 4]];
        int[] labels = [2, 0, 3];
        var vocabulary = Vocabulary.FromWords(["a", "b", "c", "d", "e"]);
        LabeledText[] texts = [.. wordIds.Zip(labels, (ids, label) => new LabeledText($"{label}", string.Join(' ', ids.Select(id => vocabulary[id]))))];
        var encoded = new EncodedTexts(texts, new TextEncoder(new WhitespaceTokenizer(), vocabulary), new LabelSet(["0", "1", "2", "3"]), "training");
        var start = NetworkInitializer.Create<float>(5, classes: 4, new ConvNetOptions { Filters = [new(1, 5), new(2, 5), new(3, 5)], InitialDeviation = 0.5 }, new CounterRandom(1));
        Learner learner = Learner.Create(_ => start, new TrainingOptions { Optimizer = new Sgd { LearningRate = 0.3 }, BatchSize = batchSize, Dropout = 0 });
        ConvNet before = ConvNet.FromNetwork(start.To<double>());
        int[] batch = [.. Enumerable.Range(0, batchSize)];
        Gradients[] gradients = [.. batch.Select(t => before.Backward(before.Forward(TextInput.FromWordIds(wordIds[t])), Target.OfClass(labels[t])))];

        var tally = default(Tally);
        learner.Step(encoded, batch, new CounterRandom(2), 1, ref tally);

        ConvNet after = ConvNet.FromNetwork(learner.Network.To<double>());
        foreach ((Parameter was, Parameter now) in before.Parameters.Zip(after.Parameters))
        {
            var expected = was.ToMatrix() + (0.3 * gradients.Select(gradient => gradient[was.Name]).Aggregate((sum, next) => sum + next) / batchSize);
            Assert.True((expected - now.ToMatrix()).Enumerate().Max(Math.Abs) < 1e-6, was.Name);
        }
    }

    [Fact]
    public void TheNumberOfThreads_ChangesNoBit()
    {
        TrainingOptions options = _options with { BatchSize = 16, Epochs = 3 };
        double[] alone = Weights.Of(TextClassifier.Train(_pairs, options, cancellationToken: TestContext.Current.CancellationToken));

        foreach (int threads in new[] { 2, 3, 8 })
            Assert.Equal(alone, Weights.Of(TextClassifier.Train(_pairs, options with { Threads = threads }, cancellationToken: TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void Explain_SumsUpToTheLogitOfTheLabelRecognized()
    {
        TextClassifier classifier = TextClassifier.Train(_pairs, _options, cancellationToken: TestContext.Current.CancellationToken);
        ConvNet network = classifier.ToConvNet();
        foreach (string text in new[] { "the blue green thing", "", "red", "blue unknown red" })
        {
            Explanation explanation = classifier.Explain(text);
            int[] wordIds = [.. text.Split(' ').Where(word => classifier.Vocabulary.TryGetId(word, out _)).Select(word => classifier.Vocabulary.GetId(word))];
            ForwardPass pass = network.Forward(TextInput.FromWordIds(wordIds));
            int label = classifier.Labels.IndexOf(explanation.Label);

            Assert.Equal(pass.Logits[label], explanation.Logit, 1e-5);
            Assert.Equal(explanation.Logit, explanation.Bias + explanation.Windows.Sum(window => window.Contribution), 1e-5);
            Assert.Equal(pass.Probabilities.Max(), explanation.Probability, 1e-5);
            Assert.Equal(explanation.Probability, classifier.Predict(text).Probability);
        }
    }
}

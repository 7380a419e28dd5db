using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

public class PredictTopTests
{
    private static readonly TextClassifier _softmax = TextClassifier.Train(
        [.. ToyTexts.Separable(20), new("other", "quite another text"), new("fourth", "and one more")], TrainingCalls.Small);

    /// <summary>Logits of "x": 2, 1, 2, 0, 1, each times tanh(1); of an empty text 0.</summary>
    private static readonly TextClassifier _ties = Softmax([2, 1, 2, 0, 1]);

    public static TheoryData<string> Outputs { get; } = ["logistic", "softmax", "multi-label"];

    [Theory]
    [MemberData(nameof(Outputs))]
    public void PredictTop_GivesTheFirstOfAllLabelsInOrder(string output)
    {
        TextClassifier classifier = Classifier(output);
        int labels = classifier.Labels.Length;
        foreach (string text in SmallClassifier.Texts)
        {
            LabelProbability[] expected = [.. classifier.Score(text).OrderByDescending(one => one.Probability)];
            for (int count = 1; count <= labels; count++)
            {
                Assert.Equal(expected[..count], classifier.Score(text).Top(count));
                Assert.Equal(expected[..count], classifier.Score(text.AsSpan()).Top(count));
            }

            Assert.Equal(expected, classifier.Score(text).Top(int.MaxValue));
            Assert.Equal(expected[0].Label, classifier.Predict(text).Label);
        }
    }

    [Fact]
    public void PredictTop_EqualOnesStandInTheOrderOfTheLabels()
    {
        Assert.Equal(["l0", "l2", "l1", "l4", "l3"], Labels("x", 5));
        Assert.Equal(["l0", "l2", "l1"], Labels("x", 3));
        Assert.Equal(["l0"], Labels("x", 1));
        Assert.Equal(["l0", "l1", "l2"], Labels("", 3));
    }

    [Fact]
    public void PredictTop_ProbabilitiesThatRoundToOne_StandInTheirTrueOrder()
    {
        var classifier = new TextClassifier(
            new ConvNet(
                new ConvFilterLayer(Matrix<double>.Build.DenseOfArray(new[,] { { 1.0 } }), width: 1),
                new MaxPool(),
                new MultiLabelOutput(Matrix<double>.Build.DenseOfArray(new[,] { { 60.0 }, { 80.0 }, { 70.0 } }))),
            Vocabulary.FromWords(["x"]),
            new WhitespaceTokenizer(),
            ["a", "b", "c"]);

        Assert.Equal(
            [new LabelProbability("b", 1), new LabelProbability("c", 1), new LabelProbability("a", 1)], classifier.Score("x").Top(3));
        Assert.Equal("b", classifier.Predict("x").Label);
        Assert.Equal("b", classifier.Score("x").Above()[0].Label);
    }

    [Fact]
    public void PredictTop_OfManyLabels_GivesWhatSortingGives()
    {
        var random = new CounterRandom(3);
        TextClassifier classifier = Softmax([.. Enumerable.Range(0, 1_000).Select(label => random.Below(200, (ulong)label) / 100.0)]);
        LabelProbability[] sorted = [.. classifier.Score("x").OrderByDescending(one => one.Probability)];

        foreach (int count in new[] { 1, 2, 7, 999, 1_000 })
            Assert.Equal(sorted[..count], classifier.Score("x").Top(count));
    }

    [Fact]
    public void PredictTop_BadInput_IsNamed()
    {
        Assert.Throws<ArgumentNullException>("text", () => _ties.Score(null!).Top(1));
        foreach (int count in new[] { 0, -1 })
            Assert.Throws<ArgumentOutOfRangeException>("count", () => _ties.Score("x").Top(count));
    }

    [Fact]
    public void HasKnownWords_IsFalseWhereNoWordIsKnown()
    {
        Assert.All(["", " \n", "xyzzy plugh", "🎬"], text => Assert.False(SmallClassifier.ByHand.Predict(text).HasKnownWords));
        Assert.All(["good", "xyzzy good"], text => Assert.True(SmallClassifier.ByHand.Predict(text).HasKnownWords));
    }

    private static TextClassifier Classifier(string output) => output switch
    {
        "logistic" => SmallClassifier.Trained,
        "softmax" => _softmax,
        _ => TextClassifier.Train(TagTexts.Make(40), TrainingCalls.Small),
    };

    private static TextClassifier Softmax(double[] weights) => new(
        new ConvNet(
            new ConvFilterLayer(Matrix<double>.Build.DenseOfArray(new[,] { { 1.0 } }), width: 1),
            new MaxPool(),
            new SoftmaxOutput(Matrix<double>.Build.DenseOfColumnMajor(weights.Length, 1, weights))),
        Vocabulary.FromWords(["x"]),
        new WhitespaceTokenizer(),
        Enumerable.Range(0, weights.Length).Select(label => $"l{label}").Order(StringComparer.Ordinal));

    private static IEnumerable<string> Labels(string text, int count) => _ties.Score(text).Top(count).Select(one => one.Label);
}

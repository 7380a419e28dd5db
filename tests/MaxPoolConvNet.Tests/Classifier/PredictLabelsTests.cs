using MathNet.Numerics.LinearAlgebra;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class PredictLabelsTests
{
    private static readonly TextClassifier _tags = TextClassifier.Train(TagTexts.Make(80), TrainingCalls.Small with { Epochs = 10 }, cancellationToken: TestContext.Current.CancellationToken);

    /// <summary>"good" has the logits 2·tanh(1), −tanh(1) and 0 for a, b and c.</summary>
    private static readonly TextClassifier _byHand = new(
        new ConvNet(
            new ConvFilterLayer(Matrix<double>.Build.DenseOfArray(new[,] { { 1.0 } }), width: 1),
            new MaxPool(),
            new MultiLabelOutput(Matrix<double>.Build.DenseOfArray(new[,] { { 2.0 }, { -1.0 }, { 0.0 } }))),
        Vocabulary.FromWords(["good"]),
        new WordTokenizer(),
        ["a", "b", "c"]);

    [Fact]
    public void EachLabelHasItsLogisticProbability()
    {
        double a = 1 / (1 + Math.Exp(-2 * Math.Tanh(1)));
        double b = 1 / (1 + Math.Exp(Math.Tanh(1)));

        var all = _byHand.Score("good");

        Assert.Equal(["a", "b", "c"], all.Select(one => one.Label));
        Assert.All(all.Zip([a, b, 0.5]), pair => Assert.Equal(pair.Second, pair.First.Probability, 1e-6));
        Assert.Equal(("a", all[0].Probability), (_byHand.Predict("good").Label, _byHand.Predict("good").Probability));
    }

    [Fact]
    public void TheClassifierSaysHowManyLabelsATextMayHave()
    {
        TextClassifier one = new Trainer(TrainingCalls.Small with { Epochs = 1 })
            .Train([new("a", "good"), new("b", "bad")], cancellationToken: TestContext.Current.CancellationToken).Classifier;

        Assert.Equal((true, true, false), (_byHand.IsMultiLabel, _tags.IsMultiLabel, one.IsMultiLabel));
    }

    [Fact]
    public void LabelsAtOrAboveTheThresholdComeMostProbableFirst()
    {
        Assert.Equal(["a", "c"], Labels("good", 0.5));
        Assert.Equal(["a"], Labels("good", 0.51));
        Assert.Equal(["a", "c", "b"], Labels("good", 0));
        Assert.Empty(Labels("good", 1));
        Assert.Equal(["a", "b", "c"], Labels("", 0.5));
    }

    [Fact]
    public void ThresholdsOfSingleLabelsHoldForThem()
    {
        Assert.Equal(["c"], Labels("good", new() { ["a"] = 1 }, 0.5));
        Assert.Equal(["a", "b"], Labels("good", new() { ["b"] = 0.1, ["c"] = 0.6 }, 0.5));
        Assert.Equal(["b"], Labels("good", new() { ["b"] = 0.1 }, 1));
        Assert.Equal(["a", "c"], Labels("good", [], 0.5));
        Assert.Equal(_byHand.Score("good").Above(), _byHand.Score("good".AsSpan()).Above(new Dictionary<string, double> { ["a"] = 0.5 }, 0.5));
    }

    [Fact]
    public void AThresholdThatDoesntFitIsNamed()
    {
        ArgumentException unknown = Assert.Throws<ArgumentException>(() => Labels("good", new() { ["d"] = 0.5 }, 0.5));
        Assert.Equal("there is a threshold for the label 'd', which the classifier doesn't have; it has 'a', 'b', 'c' (Parameter 'thresholds')", unknown.Message);
        foreach (double threshold in new[] { -0.1, 1.1, double.NaN })
        {
            var outside = Assert.Throws<ArgumentOutOfRangeException>("thresholds", () => Labels("good", new() { ["b"] = threshold }, 0.5));
            Assert.StartsWith(FormattableString.Invariant($"the threshold of 'b' is {threshold}; a number from 0 to 1 was expected"), outside.Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentOutOfRangeException>("threshold", () => Labels("good", [], threshold));
        }

        Assert.Throws<ArgumentNullException>("thresholds", () => Labels("good", null!, 0.5));
        Assert.Throws<ArgumentNullException>("text", () => Labels(null!, [], 0.5));
    }

    [Fact]
    public void SpansAndStringsGiveTheSame()
    {
        foreach (string text in SmallClassifier.Texts)
        {
            Assert.Equal(_tags.Score(text).Above(), _tags.Score(text.AsSpan()).Above());
            Assert.Equal(_tags.Score(text).Above(0.5), _tags.Score(text).Above());
            Assert.Equal(_tags.Score(text).Above(0.2), _tags.Score(text.AsSpan()).Above(0.2));
            Assert.Equal(_tags.Score(text), _tags.Score(text.AsSpan()));
        }
    }

    [Theory]
    [InlineData("logistic")]
    [InlineData("softmax")]
    [InlineData("multi-label")]
    public void ThePredictionIsTheFirstOfAllLabels(string output)
    {
        TextClassifier classifier = output switch
        {
            "logistic" => SmallClassifier.Trained,
            "softmax" => TextClassifier.Train([.. ToyTexts.Separable(20), new("other", "quite another text")], TrainingCalls.Small, cancellationToken: TestContext.Current.CancellationToken),
            _ => _tags,
        };
        foreach (string text in SmallClassifier.Texts)
        {
            var all = classifier.Score(text);
            Prediction prediction = classifier.Predict(text);

            Assert.Equal(new LabelProbability(prediction.Label, prediction.Probability), classifier.Score(text).Above(0)[0]);
            Assert.Equal(classifier.Labels, all.Select(one => one.Label));
            if (output != "multi-label") Assert.Equal(1, all.Sum(one => one.Probability), 1e-12);
        }
    }

    [Fact]
    public void WhatCannotBePredictedIsNamed()
    {
        foreach (double threshold in new[] { -0.1, 1.1, double.NaN })
            Assert.Equal("threshold", Assert.Throws<ArgumentOutOfRangeException>(() => _byHand.Score("x").Above(threshold)).ParamName);
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => _byHand.Score(null!).Above()).ParamName);
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => _byHand.Score(null!)).ParamName);
    }

    [Fact]
    public void ExplanationsSumUpToTheLogitOfTheMostProbableLabel()
    {
        foreach (string text in new[] { "a red thing", "the green and blue thing", "thing", "" })
        {
            Explanation explanation = _tags.Explain(text);
            ForwardPass pass = _tags.ToConvNet().Forward(_tags.ToTextInput(text));

            Assert.Equal(_tags.Predict(text).Label, explanation.Label);
            Assert.Equal(explanation.Logit, explanation.Bias + explanation.Windows.Sum(window => window.Contribution), 1e-5);
            Assert.Equal(pass.Logits[_tags.Labels.IndexOf(explanation.Label)], explanation.Logit, 1e-5);
            Assert.Equal(1 / (1 + Math.Exp(-explanation.Logit)), explanation.Probability, 1e-6);
        }
    }

    [Fact]
    public void ATrainedNetworkMadeIntoAClassifierAgainPredictsTheSame()
    {
        var again = new TextClassifier(_tags.ToConvNet(), _tags.Vocabulary, _tags.Tokenizer, _tags.Labels);

        Assert.Equal(_tags.Score("a red thing"), again.Score("a red thing"));
        Assert.Equal(_tags.Evaluate(TagTexts.Make(8)).ToJson(), again.Evaluate(TagTexts.Make(8)).ToJson());
    }

    private static IEnumerable<string> Labels(string text, double threshold) => _byHand.Score(text).Above(threshold).Select(one => one.Label);

    private static IEnumerable<string> Labels(string text, Dictionary<string, double> thresholds, double threshold) =>
        _byHand.Score(text).Above(thresholds, threshold).Select(one => one.Label);
}

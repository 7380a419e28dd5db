using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

public class PredictTests
{
    private static readonly TextClassifier _classifier = SmallClassifier.Trained;

    public static TheoryData<string> Texts { get; } = [.. SmallClassifier.Texts];

    [Theory]
    [MemberData(nameof(Texts))]
    public void TheProbabilityIsThatOfTheLabelPredicted(string text)
    {
        Prediction prediction = _classifier.Predict(text);
        Explanation explanation = _classifier.Explain(text);

        Assert.InRange(prediction.Probability, 0.5, 1);
        Assert.Equal((explanation.Label, explanation.Probability), (prediction.Label, prediction.Probability));
        Assert.Equal(1 / (1 + Math.Exp(-explanation.Logit)), prediction.Probability, 1e-12);
    }

    [Fact]
    public void AClassifierMadeByHandGivesProbabilitiesComputedByHand()
    {
        double probability = 1 / (1 + Math.Exp(-2 * Math.Tanh(1)));

        AssertPrediction("positive", probability, words: 1, known: 1, SmallClassifier.ByHand.Predict("good"));
        AssertPrediction("negative", probability, words: 1, known: 1, SmallClassifier.ByHand.Predict("bad"));
        AssertPrediction("positive", probability, words: 4, known: 2, SmallClassifier.ByHand.Predict("Bad, but GOOD"));
        AssertPrediction("negative", 0.5, words: 1, known: 0, SmallClassifier.ByHand.Predict("so"));
        AssertPrediction("negative", 0.5, words: 0, known: 0, SmallClassifier.ByHand.Predict(""));
    }

    [Fact]
    public void WordsThatShareTheUnknownWordsIdAreNotKnownOnes()
    {
        TextClassifier classifier = TextClassifier.Train(
            ToyTexts.Separable(40), TrainingCalls.Small with { Vocabulary = new VocabularyOptions { UnknownWords = UnknownWords.OneId } }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal((3, 1), (classifier.Predict("superb xyzzy plugh").WordCount, classifier.Predict("superb xyzzy plugh").KnownWordCount));
        Assert.Equal((1, 0), (classifier.Predict("xyzzy").WordCount, classifier.Predict("xyzzy").KnownWordCount));
    }

    [Fact]
    public void WordsAndKnownWordsAreCounted()
    {
        Prediction prediction = _classifier.Predict("superb xyzzy film plugh");

        Assert.Equal((4, 2), (prediction.WordCount, prediction.KnownWordCount));
    }

    [Fact]
    public void UnknownWordsChangeNothing() =>
        Assert.Equal(_classifier.Explain("not good").Logit, _classifier.Explain("xyzzy not plugh good xyzzy").Logit);

    [Fact]
    public void ASpanIsPredictedAsItsString()
    {
        const string Around = "dreadful superb film dreadful";

        Assert.Equal(_classifier.Predict("superb film"), _classifier.Predict(Around.AsSpan(9, 11)));
    }

    [Fact]
    public void ALongTextLeavesNothingBehindForAShortOne()
    {
        Prediction before = _classifier.Predict("superb film");
        _classifier.Predict(string.Join(' ', Enumerable.Repeat("dreadful", 5000)));

        Assert.Equal(before, _classifier.Predict("superb film"));
    }

    [Fact]
    public void ATextThatIsNullIsNamed()
    {
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => _classifier.Predict((string)null!)).ParamName);
        Assert.Equal("text", Assert.Throws<ArgumentNullException>(() => _classifier.Explain(null!)).ParamName);
    }

    private static void AssertPrediction(string label, double probability, int words, int known, Prediction actual)
    {
        Assert.Equal((label, words, known), (actual.Label, actual.WordCount, actual.KnownWordCount));
        Assert.Equal(probability, actual.Probability, 1e-6);
    }
}

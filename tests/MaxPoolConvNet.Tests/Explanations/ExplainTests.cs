using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

public class ExplainTests
{
    private static readonly TextClassifier _classifier = SmallClassifier.Trained;

    public static TheoryData<string> Texts { get; } = [.. SmallClassifier.Texts];

    [Theory]
    [MemberData(nameof(Texts))]
    public void ContributionsAndBiasSumUpToTheLogit(string text)
    {
        Explanation explanation = _classifier.Explain(text);

        Assert.Equal(explanation.Logit, explanation.Bias + explanation.Windows.Sum(window => window.Contribution), 1e-5);
        Assert.True(explanation.Logit >= 0);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void ContributionsOfAnAveragedNetworkWithAnEmbeddingSumUpToTheLogit(string text)
    {
        Explanation explanation = SmallClassifier.WithEmbedding.Explain(text);

        Assert.Equal(explanation.Logit, explanation.Bias + explanation.Windows.Sum(window => window.Contribution), 1e-5);
        Assert.Equal(SmallClassifier.WithEmbedding.Predict(text).Probability, explanation.Probability, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void WindowsAreSlicesOfTheText(string text)
    {
        foreach (ExplainedWindow window in _classifier.Explain(text).Windows)
        {
            Assert.Equal(text.Substring(window.Start, window.Length), window.Text);
            Assert.Equal(window.Text.Trim(), window.Text);
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void EveryFilterIsWonByOneWindow(string text)
    {
        Explanation explanation = _classifier.Explain(text);

        foreach (int width in new[] { 1, 2, 3 })
            Assert.Equal(8, explanation.Windows.Where(window => window.Width == width).Sum(window => window.FilterCount));
        Assert.Equal(explanation.Windows.OrderByDescending(window => Math.Abs(window.Contribution)), explanation.Windows);
    }

    [Fact]
    public void AWindowOfKnownWordsSpansTheUnknownOnesBetweenThem()
    {
        Explanation explanation = _classifier.Explain("xyzzy not, er, 🎬 good plugh");

        Assert.Contains(explanation.Windows, window => window is { Width: 2, Start: 6, Text: "not, er, 🎬 good" });
        Assert.All(explanation.Windows, window => Assert.DoesNotContain("xyzzy", window.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void ContributionsSpeakForTheLabelRecognized()
    {
        foreach (string text in new[] { "a superb film", "a dreadful film" })
        {
            ExplainedWindow first = _classifier.Explain(text).Windows[0];
            Assert.True(first.Contribution > 0);
            Assert.Contains(text.Split(' ')[1], first.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("xyzzy plugh")]
    [InlineData("🎬🎉")]
    public void WindowsOfNothingButPaddingAreEmpty(string text) =>
        Assert.All(_classifier.Explain(text).Windows, window => Assert.Equal((0, 0, ""), (window.Start, window.Length, window.Text)));

    [Fact]
    public void SubwordsArePartOfTheirWord_AlsoWhereThatIsUnknown()
    {
        TextClassifier classifier = TextClassifier.Train(ToyTexts.Separable(60), TrainingCalls.Small with { Epochs = 20, Tokenizer = new SubwordTokenizer() }, cancellationToken: TestContext.Current.CancellationToken);

        Explanation explanation = classifier.Explain("superbly xyzzy film");

        Assert.Equal(["superbly", "film"], explanation.Words.Select(word => word.Text));
        Assert.Equal(classifier.Predict("superb").Label, explanation.Label);
        Assert.All(explanation.Words, word => Assert.NotEqual(0, word.Contribution));
        Assert.Equal(explanation.Logit, explanation.Bias + explanation.PaddingContribution + explanation.Words.Sum(word => word.Contribution), 1e-5);
    }
}

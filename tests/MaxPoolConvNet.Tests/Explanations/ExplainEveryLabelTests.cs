using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>What holds for the explanation of any label, by any network, of any text.</summary>
public class ExplainEveryLabelTests
{
    public static TheoryData<string> Forms { get; } = [.. RandomClassifier.Forms];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Explain_ContributionsAndBiasSumUpToTheLogitOfEveryLabel(string form)
    {
        TextClassifier classifier = RandomClassifier.Of(form);
        foreach (string text in RandomClassifier.Texts)
        {
            Explanation explanation = classifier.Explain(text);

            Assert.Equal(classifier.Labels, explanation.Labels);
            Assert.Equal(classifier.Labels.Length, explanation.Logits.Length);
            Assert.Equal(classifier.Labels.Length, explanation.Biases.Length);
            Assert.All(explanation.Windows, window => Assert.Equal(classifier.Labels.Length, window.Contributions.Length));
            for (int label = 0; label < classifier.Labels.Length; label++)
                Assert.Equal(explanation.Logits[label], explanation.Biases[label] + explanation.Windows.Sum(window => window.Contributions[label]), 1e-5);
            Assert.Equal(explanation.Words.IsEmpty && !explanation.Biases.Any(bias => bias != 0), explanation.Logits.All(logit => logit == 0));
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Explain_ALabel_GivesItsPartOfTheSame(string form)
    {
        TextClassifier classifier = RandomClassifier.Of(form);
        foreach (string text in RandomClassifier.Texts)
        {
            Explanation ofMostProbable = classifier.Explain(text);
            for (int label = 0; label < classifier.Labels.Length; label++)
            {
                Explanation explanation = classifier.Explain(text, classifier.Labels[label]);

                Assert.Equal(classifier.Labels[label], explanation.Label);
                Assert.Equal(ofMostProbable.Logits[label], explanation.Logit);
                Assert.Equal(ofMostProbable.Biases[label], explanation.Bias);
                Assert.Equal(classifier.Score(text)[label].Probability, explanation.Probability);
                Assert.All(explanation.Windows, window => Assert.Equal(window.Contributions[label], window.Contribution));
                Assert.Equal(explanation.Windows.OrderByDescending(window => Math.Abs(window.Contribution)), explanation.Windows);
                Assert.Equal(
                    ofMostProbable.Windows.Select(Facts).Order(),
                    explanation.Windows.Select(Facts).Order());
            }

            Assert.Equal(classifier.Predict(text).Label, ofMostProbable.Label);

            static (int, int, int, int, int) Facts(ExplainedWindow window) => (window.Start, window.Length, window.Width, window.FilterCount, window.WeakFilterCount);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Explain_BiasWordsAndPaddingSumUpToTheLogit(string form)
    {
        TextClassifier classifier = RandomClassifier.Of(form);
        foreach (string text in RandomClassifier.Texts)
        {
            foreach (string label in classifier.Labels)
            {
                Explanation explanation = classifier.Explain(text, label);

                Assert.Equal(explanation.Logit, explanation.Bias + explanation.PaddingContribution + explanation.Words.Sum(word => word.Contribution), 1e-5);
                Assert.Equal(
                    explanation.Windows.Where(window => window.Length == 0).Sum(window => window.Contribution), explanation.PaddingContribution, 1e-9);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Explain_SpansAreThoseOfTheText(string form)
    {
        TextClassifier classifier = RandomClassifier.Of(form);
        foreach (string text in RandomClassifier.Texts)
        {
            Explanation explanation = classifier.Explain(text);
            Prediction prediction = classifier.Predict(text);

            Assert.Equal(text, explanation.Text);
            Assert.All(explanation.Windows, window => Assert.Equal(text.Substring(window.Start, window.Length), window.Text));
            Assert.All(explanation.Words, word => Assert.Equal(text.Substring(word.Start, word.Length), word.Text));
            Assert.Equal(explanation.Words.OrderBy(word => word.Start), explanation.Words);
            Assert.Equal((prediction.WordCount, prediction.KnownWordCount), (explanation.WordCount, explanation.KnownWordCount));
            Assert.Equal(form == "unknown words" ? prediction.WordCount : prediction.KnownWordCount, explanation.Words.Length);
        }
    }

    [Fact]
    public void Explain_AWindowOfTwoWords_IsDividedEvenly()
    {
        Explanation explanation = RandomClassifier.Create(2, OutputKind.Logistic, new() { Filters = [new(2)], Padding = Padding.Narrow }).Explain("xyzzy good, plugh bad");

        ExplainedWindow window = Assert.Single(explanation.Windows);
        Assert.Equal((6, "good, plugh bad"), (window.Start, window.Text));
        Assert.Equal(["good", "bad"], explanation.Words.Select(word => word.Text));
        Assert.All(explanation.Words, word => Assert.Equal(window.Contribution / 2, word.Contribution, 1e-12));
        Assert.Equal(0, explanation.PaddingContribution);
        Assert.Equal((5, 2), (explanation.WordCount, explanation.KnownWordCount));
    }

    [Fact]
    public void Explain_ATextWithoutKnownWords_IsPaddingAlone()
    {
        Explanation explanation = RandomClassifier.Of("softmax").Explain("xyzzy plugh");

        Assert.Empty(explanation.Words);
        Assert.NotEqual(0, explanation.PaddingContribution);
        Assert.All(explanation.Windows, window => Assert.Equal((0, 0, ""), (window.Start, window.Length, window.Text)));
    }

    [Fact]
    public void Explain_AnUnknownLabel_IsAnErrorThatNamesTheKnownOnes()
    {
        ArgumentException error = Assert.Throws<ArgumentException>("label", () => SmallClassifier.ByHand.Explain("good", "neutral"));

        Assert.StartsWith("there is no label 'neutral'; the classifier knows 'negative', 'positive'", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("label", () => SmallClassifier.ByHand.Explain("good", null!));
        Assert.Throws<ArgumentNullException>("text", () => SmallClassifier.ByHand.Explain(null!, "positive"));
    }

    [Fact]
    public void Explain_ManyLabels_NumbersOfAllAreMadeOnDemandAlone()
    {
        TextClassifier classifier = RandomClassifier.Create(10_000, OutputKind.MultiLabel, new());
        Explanation warm = classifier.Explain("the film was not very good");
        long before = GC.GetAllocatedBytesForCurrentThread();
        Explanation explanation = classifier.Explain("the film was not very good");
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // 8 bytes a label for the logits, and as much again while they are made; not for each window
        Assert.InRange(allocated, 80_000, 400_000);
        Assert.True(explanation.Windows.Length >= 10);
        Assert.Equal(warm.Logits, explanation.Logits);
        Assert.Equal(explanation.Logits[9_999], explanation.Biases[9_999] + explanation.Windows.Sum(window => window.Contributions[9_999]), 1e-5);
    }

    [Fact]
    public void Explain_TokensInAnyOrder_SpanFromTheFirstToTheLast()
    {
        ConvNet network = ConvNet.Random(2, new ConvNetOptions { Filters = [new(2, 2)], Padding = Padding.Narrow }, seed: 1);
        var classifier = new TextClassifier(network, Vocabulary.FromWords(["a", "b"]), new Backwards(), ["n", "p"]);
        Explanation explanation = classifier.Explain("b, a");

        Assert.Equal("b, a", Assert.Single(explanation.Windows).Text);
        Assert.Equal(["b", "a"], explanation.Words.Select(word => word.Text));
    }

    private sealed class Backwards : ITokenizer
    {
        public void Tokenize(ReadOnlySpan<char> text, TokenBuffer tokens)
        {
            for (int at = text.Length - 1; at >= 0; at--)
            {
                if (char.IsLetter(text[at])) tokens.Add(new Token(at, 1), text.Slice(at, 1));
            }
        }
    }
}

using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class EmbeddedReviewsTests(ITestOutputHelper output)
{
    private static readonly LabeledText[] _reviews = Read();

    [Fact]
    public void ThereAreManyReviewsOfTwoLabelsAndNoneTwice()
    {
        Assert.True(_reviews.Length >= 500);
        Assert.Equal(["negative", "positive"], _reviews.Select(review => review.Label).Distinct().Order());
        Assert.Empty(_reviews.GroupBy(review => review.Text.ToUpperInvariant()).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.All(_reviews, review => Assert.False(string.IsNullOrWhiteSpace(review.Text)));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void TheDefaultsBeatNaiveBayesOnReviewsNotSeen()
    {
        TextSplit split = StratifiedSplit.HoldOut(_reviews, 0.25, seed: 1);

        var naive = new NaiveBayes(split.Training);
        double baseline = split.HeldOut.Count(text => naive.Predict(text.Text) == text.Label) / (double)split.HeldOut.Count;
        double accuracy = TextClassifier.Train(split.Training, cancellationToken: TestContext.Current.CancellationToken).Evaluate(split.HeldOut).Accuracy;

        output.WriteLine(FormattableString.Invariant($"{split.HeldOut.Count} reviews not seen: {accuracy:P2}; naive Bayes {baseline:P2}"));
        Assert.True(accuracy >= 0.75, $"the accuracy is {accuracy}");
        Assert.True(accuracy > baseline, $"the accuracy is {accuracy}, that of naive Bayes {baseline}");
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void LearningFromASecondHalfLater_ComesNearToLearningFromBothAtOnce()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        TextSplit split = StratifiedSplit.HoldOut(_reviews, 0.25, seed: 1);
        TextSplit halves = StratifiedSplit.HoldOut(split.Training, 0.5, seed: 1);

        TextClassifier first = TextClassifier.Train(halves.Training, cancellationToken: token);
        double alone = first.Evaluate(split.HeldOut).Accuracy;
        double further = new Trainer().Continue(first, halves.HeldOut, null, token).Classifier.Evaluate(split.HeldOut).Accuracy;

        output.WriteLine(FormattableString.Invariant($"a first half {alone:P2}; the second half after it {further:P2}"));
        Assert.True(further > alone + 0.01, $"the accuracy is {further}, that of the first half {alone}");
    }

    private static LabeledText[] Read()
    {
        using Stream reviews = typeof(EmbeddedReviewsTests).Assembly.GetManifestResourceStream("reviews.tsv")!;
        return [.. LabeledTextFile.Read(reviews, "reviews.tsv")];
    }
}

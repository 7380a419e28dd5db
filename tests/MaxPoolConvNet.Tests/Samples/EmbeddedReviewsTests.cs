using MaxPoolConvNet.Text;

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
    public void TheDefaultsBeatNaiveBayesOnReviewsNotSeen()
    {
        TextSplit split = StratifiedSplit.HoldOut(_reviews, 0.25, seed: 1);

        var naive = new NaiveBayes(split.Training);
        double baseline = split.HeldOut.Count(text => naive.Predict(text.Text) == text.Label) / (double)split.HeldOut.Count;
        double accuracy = TextClassifier.Train(split.Training).Evaluate(split.HeldOut).Accuracy;

        output.WriteLine(FormattableString.Invariant($"{split.HeldOut.Count} reviews not seen: {accuracy:P2}; naive Bayes {baseline:P2}"));
        Assert.True(accuracy >= 0.75, $"the accuracy is {accuracy}");
        Assert.True(accuracy > baseline, $"the accuracy is {accuracy}, that of naive Bayes {baseline}");
    }

    private static LabeledText[] Read()
    {
        using Stream reviews = typeof(EmbeddedReviewsTests).Assembly.GetManifestResourceStream("reviews.tsv")!;
        return [.. LabeledTextFile.ReadFrom(reviews, "reviews.tsv")];
    }
}

namespace MaxPoolConvNet.Tests;

public class FindNgramsTests
{
    public static TheoryData<string> Forms { get; } = [.. RandomClassifier.Forms];

    [Theory]
    [MemberData(nameof(Forms))]
    public void FindNgrams_AreTheWinnersOfTheTextsWithTheLargestResponses(string form)
    {
        TextClassifier classifier = RandomClassifier.Of(form);
        NgramReport report = classifier.FindNgrams(RandomClassifier.Texts, new NgramOptions { PerFilter = 3, PerLabel = 7 });
        Dictionary<(int Width, string Text), List<Explanation>> wins = [];
        foreach (string text in RandomClassifier.Texts)
        {
            Explanation explanation = classifier.Explain(text);
            foreach ((int, string) ngram in explanation.Windows.Where(window => window.Length > 0).Select(window => (window.Width, Words(classifier, window))).Distinct())
            {
                if (!wins.TryGetValue(ngram, out List<Explanation>? texts)) wins.Add(ngram, texts = []);
                texts.Add(explanation);
            }
        }

        Assert.Equal(RandomClassifier.Texts.Length, report.TextCount);
        foreach (FilterNgrams filter in report.Filters)
        {
            Assert.InRange(filter.Ngrams.Length, 1, 3);
            Assert.Equal(filter.Ngrams.Length, filter.Ngrams.DistinctBy(ngram => ngram.Text).Count());
            Assert.Equal(filter.Ngrams.OrderByDescending(ngram => ngram.Response), filter.Ngrams);
            Assert.All(filter.Ngrams, ngram => Assert.Contains((filter.Width, ngram.Text), wins.Keys));
        }

        for (int c = 0; c < classifier.Labels.Length; c++)
        {
            var expected = wins
                .Select(one => (one.Key.Width, one.Key.Text, Contribution: one.Value.Sum(text => Contribution(text, one.Key, c)) / one.Value.Count, one.Value.Count))
                .Where(one => one.Contribution > 0)
                .OrderByDescending(one => one.Contribution * one.Count / (one.Count + 5))
                .Take(7)
                .ToArray();
            Assert.Equal(expected.Select(one => (one.Width, one.Text, one.Count)), report.Labels[c].Ngrams.Select(ngram => (ngram.Width, ngram.Text, ngram.TextCount)));
            Assert.All(expected.Zip(report.Labels[c].Ngrams), pair => Assert.Equal(pair.First.Contribution, pair.Second.Contribution, 1e-6));
        }

        double Contribution(Explanation text, (int Width, string Text) ngram, int label) => text.Windows
            .Where(window => window.Length > 0 && window.Width == ngram.Width && Words(classifier, window) == ngram.Text)
            .Sum(window => window.Contributions[label]);
    }

    [Fact]
    public void FindNgrams_ByHand()
    {
        NgramReport report = SmallClassifier.ByHand.FindNgrams(["Good!", "so bad", "good bad", "", "GOOD xyzzy"]);

        Assert.Equal(5, report.TextCount);
        Assert.Equal(["good", "bad"], report.Filters[0].Ngrams.Select(ngram => ngram.Text));
        Assert.Equal(Math.Tanh(-1), report.Filters[0].Ngrams[1].Response, 1e-6);
        Assert.Equal(("bad", 1), Assert.Single(report.Labels[0].Ngrams.Select(ngram => (ngram.Text, ngram.TextCount))));
        Assert.Equal(("good", 3), Assert.Single(report.Labels[1].Ngrams.Select(ngram => (ngram.Text, ngram.TextCount))));
        Assert.Equal(2 * Math.Tanh(1), report.Labels[1].Ngrams[0].Contribution, 1e-6);
    }

    [Fact]
    public void FindNgrams_OfNoTexts_FindsNone()
    {
        NgramReport report = SmallClassifier.ByHand.FindNgrams([]);

        Assert.Equal(0, report.TextCount);
        Assert.All(report.Filters, filter => Assert.Empty(filter.Ngrams));
        Assert.All(report.Labels, label => Assert.Empty(label.Ngrams));
    }

    [Fact]
    public void FindNgrams_ANullText_IsAnErrorThatNamesItsPlace()
    {
        Assert.StartsWith("text 2 is null", Assert.Throws<ArgumentException>("texts", () => SmallClassifier.ByHand.FindNgrams(["good", null!])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("texts", () => SmallClassifier.ByHand.FindNgrams(null!));
    }

    [Fact]
    public void WonNgrams_BeyondTheBound_ForgetThoseThatCanAddLeast()
    {
        // 13 sums for each n-gram of one feature: seven fit into 100, three into half of it
        var won = new WonNgrams([2, 0.1], mostSums: 100);
        for (int ngram = 0; ngram < 8; ngram++)
            won.Add([1, ngram], ngram, [ngram % 2], [ngram, 1_000]);

        // bounds: 0, 100, 4, 100, 8, 100, 12, 100
        Assert.Equal([1, 3, 5], won.All.Select(one => one.Key[1]));
        won.Add([1, 3], 9, [0, 1], [0.5f, 2]);
        NgramWins three = won.All.Single(one => one.Key[1] == 3).Value;
        Assert.Equal(2, three.Texts);
        Assert.Equal([new FeatureSum(0, 0.5), new FeatureSum(1, 1_002)], three.Sums.ToArray());
    }

    [Fact]
    public void TopNgrams_KeepTheLargestOfEach()
    {
        var top = new TopNgrams(3);
        foreach ((int word, float response) in new[] { (1, 1f), (2, 3f), (3, 3f), (2, 5f), (1, 4f), (2, 4.5f) })
            top.Offer([word], response, response / 10);

        Assert.Equal([(2, 0.5f), (1, 0.4f), (3, 0.3f)], top.All.Select(one => (one.WordIds[0], one.Pooled)));
    }

    /// <summary>The words of a window as the classifier knows them.</summary>
    private static string Words(TextClassifier classifier, ExplainedWindow window) =>
        string.Join(' ', classifier.ToTextInput(window.Text).WordIds.Select(id => classifier.Vocabulary[id]));
}

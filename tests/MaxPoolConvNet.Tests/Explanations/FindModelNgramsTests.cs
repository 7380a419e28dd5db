using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class FindModelNgramsTests
{
    public static TheoryData<string> Forms { get; } = [.. RandomClassifier.Forms];

    [Theory]
    [MemberData(nameof(Forms))]
    public void FindModelNgrams_TheNgramOfAFilter_GivesItsResponse(string form)
    {
        TextClassifier classifier = RandomClassifier.Of(form);
        ConvNet network = classifier.ToConvNet();
        NgramReport report = classifier.FindModelNgrams();

        Assert.Equal(network.FeatureCount, report.Filters.Length);
        Assert.Equal(0, report.TextCount);
        foreach (FilterNgrams filter in report.Filters)
        {
            FilterNgram ngram = Assert.Single(filter.Ngrams);
            int[] wordIds = [.. ngram.Text.Split(' ').Select(word => classifier.Vocabulary.GetId(word))];
            Assert.Equal(filter.Width, wordIds.Length);

            // padding may give more: the text's own window is one of those that it is largest of
            double response = network.Forward(TextInput.FromWordIds(wordIds)).Pooled[filter.Feature];
            if (form == "narrow") Assert.Equal(response, ngram.Response, 1e-5);
            else Assert.True(response >= ngram.Response - 1e-5, $"{response} {ngram.Response}");
        }
    }

    [Theory]
    [InlineData("narrow")]
    [InlineData("embedding")]
    [InlineData("both")]
    public void FindModelNgrams_NoTextOfTheVocabularyGivesMore(string form)
    {
        TextClassifier classifier = RandomClassifier.Of(form);
        ConvNet network = classifier.ToConvNet();
        NgramReport report = classifier.FindModelNgrams();
        for (int text = 0; text < 200; text++)
        {
            // without padding's zeros at the ends, which may be larger than any word's entry
            var random = new CounterRandom((ulong)text);
            int[] wordIds = [.. Enumerable.Range(0, 20).Select(at => random.Below(classifier.Vocabulary.Count, (ulong)at))];
            ForwardPass pass = network.Forward(TextInput.FromWordIds(wordIds));
            foreach (FilterNgrams filter in report.Filters)
            {
                int winner = pass.Winners[filter.Feature] - (form == "narrow" ? 0 : filter.Width - 1);
                if (winner < 0 || winner + filter.Width > wordIds.Length) continue;
                Assert.True(pass.Pooled[filter.Feature] <= filter.Ngrams[0].Response + 1e-5);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void FindModelNgrams_OfALabel_AreThoseOfTheLargestContributions(string form)
    {
        TextClassifier classifier = RandomClassifier.Of(form);
        NgramReport report = classifier.FindModelNgrams(new NgramOptions { PerLabel = 4 });

        Assert.Equal(classifier.Labels, report.Labels.Select(label => label.Label));
        for (int c = 0; c < classifier.Labels.Length; c++)
        {
            var expected = report.Filters
                .Select(filter => (filter.Ngrams[0].Text, filter.Width, Contribution: filter.Weights[c] * filter.Ngrams[0].Response))
                .Where(one => one.Contribution > 0)
                .OrderByDescending(one => one.Contribution)
                .Take(4)
                .ToArray();
            Assert.Equal(expected.Select(one => one.Text), report.Labels[c].Ngrams.Select(ngram => ngram.Text));
            Assert.Equal(expected.Select(one => one.Width), report.Labels[c].Ngrams.Select(ngram => ngram.Width));
            Assert.All(expected.Zip(report.Labels[c].Ngrams), pair => Assert.Equal(pair.First.Contribution, pair.Second.Contribution, 1e-6));
        }
    }

    [Fact]
    public void FindModelNgrams_ByHand()
    {
        NgramReport report = SmallClassifier.ByHand.FindModelNgrams();

        FilterNgrams filter = Assert.Single(report.Filters);
        Assert.Equal((0, 1, "good"), (filter.Feature, filter.Width, filter.Ngrams[0].Text));
        Assert.Equal(Math.Tanh(1), filter.Ngrams[0].Response, 1e-6);
        Assert.Equal([-2.0, 2.0], filter.Weights);
        Assert.Empty(report.Labels[0].Ngrams);
        Assert.Equal(2 * Math.Tanh(1), Assert.Single(report.Labels[1].Ngrams).Contribution, 1e-6);
    }

    [Fact]
    public void FindModelNgrams_OptionsOutOfRange_AreErrors()
    {
        Assert.Throws<ArgumentOutOfRangeException>("PerLabel", () => SmallClassifier.ByHand.FindModelNgrams(new NgramOptions { PerLabel = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("PerFilter", () => SmallClassifier.ByHand.FindNgrams([], new NgramOptions { PerFilter = 0 }));
    }
}

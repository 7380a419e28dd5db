using MaxPoolConvNet.Tests.Storage;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class FamiliarityStatisticsTests
{
    private static readonly TrainingOptions _quick = TrainingCalls.Small with { Epochs = 1 };

    [Fact]
    public void ByHand_EachTextIsScoredWithoutItsOwnWords()
    {
        FamiliarityModel familiarity = Of([new("x", "a b"), new("y", "a c"), new("x", "a d")]);

        // a: 16·ln(6/3); b, c, d: 16·ln 6. New are 3 of 6 words, so an unknown word costs the least: 7 nats
        Assert.Equal([11, 29, 29, 29, 112], familiarity.Costs.ToArray());

        // without its own two words, each text has "a" 2 times in 4 and an unknown word
        Assert.All(familiarity.Quantiles.ToArray(), quantile => Assert.Equal(256 * (11 + 112) / 2, quantile));
        Assert.Equal(3, familiarity.TextCount);
    }

    [Fact]
    public void UnknownWords_CostMoreTheFewerTheTextsBring()
    {
        LabeledText[] same = [.. Enumerable.Range(0, 1_000).Select(t => new LabeledText(t % 2 == 0 ? "x" : "y", "one two three"))];
        LabeledText[] varied = [.. Enumerable.Range(0, 1_000).Select(t => new LabeledText(t % 2 == 0 ? "x" : "y", $"one two w{t}"))];

        // the same: none of 3,000 words is new; varied: 1,000 of 3,000
        Assert.Equal(255, Of(same).Costs[^1]);
        Assert.Equal(112, Of(varied).Costs[^1]);
        Assert.Equal((int)Math.Round(16 * 2.5 * Math.Log(3_002 / 51.0)), Of([.. same[..950], .. varied[..50]]).Costs[^1]);
    }

    [Fact]
    public void RareWords_CostAlike()
    {
        LabeledText[] texts = [.. Enumerable.Range(0, 2_000).Select(t => new LabeledText(t % 2 == 0 ? "x" : "y", t < 2 ? "word once" : "word"))];
        FamiliarityModel familiarity = Of([.. texts, new("x", "seldom")]);

        Assert.Equal([0, 96, 96], familiarity.Costs[..3].ToArray());
    }

    [Fact]
    public void TextsWithoutWords_AreLeftOut()
    {
        FamiliarityModel familiarity = Of([new("x", "a b"), new("y", ""), new("y", " "), new("y", "a c")]);

        Assert.Equal(2, familiarity.TextCount);
    }

    [Fact]
    public void WordsThatAreNotInTheVocabulary_AreUnknown_WithAnIdToo()
    {
        LabeledText[] texts = [new("x", "a b a"), new("y", "a c a"), new("x", "a a d")];
        foreach (UnknownWords unknown in Enum.GetValues<UnknownWords>())
        {
            var vocabulary = new VocabularyOptions { MinimumCount = 2, UnknownWords = unknown };
            TextClassifier classifier = TrainingCalls.Train(texts, _quick with { Vocabulary = vocabulary }).Classifier;

            // "a" is 6 of 9 words, and 4 of 6 without a text's own
            byte[] costs = classifier.Model.Familiarity!.Costs.ToArray();
            Assert.Equal(unknown == UnknownWords.OneId ? [6, 112, 112] : [6, 112], costs);
            Assert.Equal((int)Math.Round(256 * (6 + 6 + 112) / 3.0), classifier.Model.Familiarity.Quantiles[0]);
            Assert.Equal(1, classifier.Predict("a a b").Familiarity);
            Assert.Equal(0, classifier.Predict("a b").Familiarity);
        }
    }

    [Fact]
    public void Continue_KeepsBothKindsFamiliar()
    {
        LabeledText[] films = ToyTexts.Separable(40);
        LabeledText[] banks = [.. Enumerable.Range(0, 40).Select(t => new LabeledText(t % 2 == 0 ? "positive" : "negative", $"my card was {(t % 2 == 0 ? "accepted" : "declined")} by shop {t % 3}"))];
        TextClassifier before = TrainingCalls.Train(films, _quick).Classifier;

        TextClassifier after = new Trainer(_quick).Continue(before, banks, cancellationToken: TestContext.Current.CancellationToken).Classifier;

        Assert.Equal(80, after.Model.Familiarity!.TextCount);
        Assert.Equal(0, before.Predict(banks[0].Text).Familiarity);
        Assert.All([.. films, .. banks], text => Assert.InRange(after.Predict(text.Text).Familiarity!.Value, 0.05, 1));
        Assert.Equal(0, after.Predict("xyzzy plugh").Familiarity);
    }

    [Fact]
    public void Continue_ByHand_WeighsBothByTheirTexts()
    {
        LabeledText[] first = [.. Enumerable.Range(0, 1_000).Select(t => new LabeledText(t % 2 == 0 ? "x" : "y", t == 0 ? "one two rare" : "one two three"))];
        LabeledText[] second = [.. Enumerable.Range(0, 500).Select(t => new LabeledText(t % 2 == 0 ? "x" : "y", t == 0 ? "one six three" : $"one six w{t}"))];
        TextClassifier before = TrainingCalls.Train(first, _quick).Classifier;

        TextClassifier after = new Trainer(_quick).Continue(before, second, cancellationToken: TestContext.Current.CancellationToken).Classifier;

        FamiliarityModel familiarity = after.Model.Familiarity!;
        int CostOf(string word) => familiarity.Costs[after.Vocabulary.TryGetId(word, out int id) ? id : throw new ArgumentException(word)];

        // a third of the words each: 16·ln 3; "three" is rare in the second texts and keeps the cost of the first; the others cost the most
        Assert.All(["one", "two", "three", "six"], word => Assert.Equal(18, CostOf(word)));
        Assert.All(["rare", "w1", "w499"], word => Assert.Equal(96, CostOf(word)));

        // an unknown word costs 255 after 1,000 texts and 112 after 500
        Assert.Equal(255, before.Model.Familiarity!.Costs[^1]);
        Assert.Equal(207, familiarity.Costs[^1]);

        // a hundredth of the first texts has "rare", which costs 255 there; 499 of 1,500 have a word of their own
        Assert.Equal(1_500, familiarity.TextCount);
        int[] expected = [256 * (18 + 18 + 255) / 3, .. Enumerable.Repeat(256 * (18 + 18 + 207) / 3, 33), .. Enumerable.Repeat(256 * 18, 67)];
        Assert.Equal(expected, familiarity.Quantiles.ToArray());
    }

    [Fact]
    public void Continue_OfAClassifierWithoutStatistics_GivesNone()
    {
        TextClassifier after = new Trainer(_quick).Continue(
            SmallClassifier.ByHand, ToyTexts.Separable(40), cancellationToken: TestContext.Current.CancellationToken).Classifier;

        Assert.Null(after.Predict("superb").Familiarity);
    }

    [Fact]
    public void ASmallFile_HasTheStatisticsOfItsOwnWords()
    {
        // two texts share each word: without one of them, the word is known, unless the small file dropped it
        LabeledText[] texts = [.. ToyTexts.Separable(200).Select((text, t) => new LabeledText(text.Label, $"{text.Text} w{t / 2}"))];
        TextClassifier full = TrainingCalls.Train(texts, _quick).Classifier;

        int enough = full.Vocabulary.Count - 20;
        TextClassifier small = full;
        for (int most = SavedModel.Of(full).Length; small.Vocabulary.Count > enough; most -= 200)
            small = TrainingCalls.Train(texts, _quick with { MaximumModelBytes = most }).Classifier;
        TextClassifier dropped = full;
        for (int most = SavedModel.Of(full).Length; dropped.Vocabulary.Count > enough; most -= 200)
            dropped = full.Compact(null, most, TestContext.Current.CancellationToken);

        Assert.Equal(small.Vocabulary.Count + 1, small.Model.Familiarity!.Costs.Length);
        double own = texts.Average(text => small.Predict(text.Text).Familiarity!.Value);
        Assert.InRange(own, 0.4, 1);
        Assert.InRange(texts.Average(text => dropped.Predict(text.Text).Familiarity!.Value), 0, own - 0.05);
    }

    private static FamiliarityModel Of(LabeledText[] texts) => TrainingCalls.Train(texts, _quick).Classifier.Model.Familiarity!;
}

using System.Collections.Immutable;
using CsCheck;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

public class NearDuplicatesTests
{
    // few words, so that many texts are alike
    private static readonly Gen<string[]> _texts = Gen.Int[0, 5].Select(word => "abcDd!".Substring(word, 1)).Array[0, 9]
        .Select(words => string.Join(' ', words)).Array[0, 25];

    private static readonly Gen<double> _thresholds = Gen.OneOf(Gen.Double[0.1, 1], Gen.Int[1, 10].Select(tenths => tenths / 10.0), Gen.Int[2, 9].Select(size => (size - 1.0) / size));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Pairs_AreThoseOfComparingEveryTextWithEveryOther() => Gen.Select(_texts, _texts, _thresholds).Sample((training, test, threshold) =>
    {
        NearDuplicateReport report = Find(training, test, threshold);

        Assert.Equal(BruteForce(training, test, threshold), report.Pairs);
        Assert.Equal((training.Length, test.Length), (report.TrainingTextCount, report.TestTextCount));
    });

    [Fact]
    public void TheOrderOfTexts_ChangesNoSimilarity() => Gen.Select(_texts, _texts, _thresholds).Sample((training, test, threshold) =>
    {
        NearDuplicateReport report = Find(training, test, threshold);
        NearDuplicateReport reversed = Find([.. training.Reverse()], [.. test.Reverse()], threshold);

        Assert.Equal(
            report.Pairs.Select(pair => (pair.TestIndex, pair.Similarity, pair.IsExact)),
            reversed.Pairs.Reverse().Select(pair => (test.Length - 1 - pair.TestIndex, pair.Similarity, pair.IsExact)));
    });

    [Fact]
    public void Threads_ChangeNoPair()
    {
        string[] texts = [.. ToyTexts.Noise(300).Select(text => text.Text)];
        string[] others = [.. ToyTexts.Noise(300, seed: 2).Select(text => text.Text)];

        NearDuplicateReport alone = Find(texts, others, 0.3, threads: 1);

        Assert.NotEmpty(alone.Pairs);
        Assert.Equal(alone.Pairs, Find(texts, others, 0.3, threads: 5).Pairs);
    }

    [Fact]
    public void PlantedCopies_AreFoundAmongOthers()
    {
        string[] training = [.. Enumerable.Range(0, 200).Select(text => string.Join(' ', Enumerable.Range(0, 30).Select(word => $"w{(text * 37) + (word * 11)}")))];
        string[] words = training[17].Split(' ');
        string[] test = ["nothing of the kind is there at all", training[123].ToUpperInvariant(), string.Join(' ', [.. words[..29], "changed"])];

        NearDuplicateReport report = Find(training, test, 0.7);

        // one word at the end is in one of 28 trigrams: 27 in common of 29
        Assert.Equal([new NearDuplicate(1, 123, 1, isExact: true), new NearDuplicate(2, 17, 27.0 / 29, isExact: false)], report.Pairs);
        Assert.Equal((2, 1, 2.0 / 3), (report.DuplicateCount, report.ExactDuplicateCount, report.Fraction));
        Assert.Equal("2 of 3 test texts (66.7 %) have a near-duplicate among 200 training texts, 1 of them with the same words", report.ToString());
    }

    [Fact]
    public void TheThreshold_BelongsToTheDuplicates()
    {
        // abc, bcd, cde and abc, bcd, cdf: 2 in common of 4
        Assert.Equal(0.5, Assert.Single(Find(["a b c d e"], ["a b c d f"], 0.5).Pairs).Similarity);
        Assert.Empty(Find(["a b c d e"], ["a b c d f"], Math.BitIncrement(0.5)).Pairs);
    }

    [Fact]
    public void TheSameTrigramsInOtherNumbers_AreSimilarButNotExact()
    {
        NearDuplicate pair = Assert.Single(Find(["a a a a a", "a a a"], ["a a a a"], 1).Pairs);
        Assert.Equal(new NearDuplicate(0, 0, 1, isExact: false), pair);
        Assert.Equal(new NearDuplicate(0, 1, 1, isExact: true), Assert.Single(Find(["a a a a a", "a a a"], ["A A A"], 1).Pairs));
    }

    [Fact]
    public void ShortTexts_AreComparedAsAWhole_AndTextsWithoutWordsNotAtAll()
    {
        Assert.Equal([new NearDuplicate(0, 0, 1, true), new NearDuplicate(1, 1, 1, true)], Find(["yes", "oh yes"], ["Yes", "OH YES", "yes oh", "oh"], 0.1).Pairs);
        Assert.Empty(Find(["", "  "], ["", " "], 0.1).Pairs);
    }

    [Fact]
    public void NoTexts_HaveNoDuplicates()
    {
        Assert.Equal(0, Find(["a"], [], 0.7).Fraction);
        Assert.Equal(0, Find([], ["a"], 0.7).DuplicateCount);
    }

    [Fact]
    public void FindWithin_GivesThePairsOfComparingEveryTextWithEveryEarlierOne() => Gen.Select(_texts, _thresholds).Sample((texts, threshold) =>
    {
        ImmutableArray<DuplicatePair> pairs = NearDuplicates.FindWithin(
            texts.Select(text => new LabeledText("x", text)), new NearDuplicateOptions { Threshold = threshold, Threads = 2 }, Token);

        Assert.Equal(
            texts.SelectMany((_, t) => BruteForce(texts[..t], texts[..(t + 1)], threshold).Where(pair => pair.TestIndex == t))
                .Select(pair => (pair.TestIndex, pair.TrainingIndex, pair.Similarity, pair.IsExact)),
            pairs.Select(pair => (pair.Index, pair.EarlierIndex, pair.Similarity, pair.IsExact)));
    });

    [Fact]
    public void FindWithin_ComparesWithEarlierTextsAlone()
    {
        LabeledText[] texts = [new("x", "a b c d e f g"), new("y", "h i j k"), new("x", "A b c d e f g"), new("x", "a b c d e f g h"), new("x", "h")];

        ImmutableArray<DuplicatePair> pairs = NearDuplicates.FindWithin(texts, cancellationToken: Token);

        Assert.Equal([(2, 0, 1, true), (3, 0, 5.0 / 6, false)], pairs.Select(pair => (pair.Index, pair.EarlierIndex, pair.Similarity, pair.IsExact)));
        Assert.Equal("text 2, text 0: similarity 1.0000, the same words", pairs[0].ToString());
    }

    [Fact]
    public void Cancelled_ItEndsInEachOfItsParts()
    {
        var cancelled = new CancellationToken(canceled: true);
        int[][] words = [[0, 1, 2, 3], [4, 5]];
        var index = new ShingleIndex(words, 0.5, Token);

        Assert.Throws<OperationCanceledException>(() => NearDuplicates.Find([new("x", "a b c")], [], null, cancelled));
        Assert.Throws<OperationCanceledException>(() => NearDuplicates.Find([], [new("x", "a b c")], null, cancelled));
        Assert.Throws<OperationCanceledException>(() => new ShingleIndex(words, 0.5, cancelled));
        var closest = new ClosestTexts(index.Count, 0.5);
        var search = new ShingleSearch(index, closest, new WordNumbers());
        Assert.Throws<OperationCanceledException>(() => search.Offer(3, [0, 1, 2], after: -1, cancelled));
        Assert.Null(closest[0]);
        search.Offer(3, [0, 1, 2], after: -1, Token);
        Assert.Equal((3, 0.5), closest[0]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void CancelledWhileTextsAreRead_GivesNoReport(int threads)
    {
        using var source = new CancellationTokenSource();
        IEnumerable<LabeledText> test = Enumerable.Range(0, 500).Select(t =>
        {
            if (t == 499) source.Cancel();
            return new LabeledText("x", $"the same words {t % 7}");
        });

        Assert.Equal(
            source.Token,
            Assert.Throws<OperationCanceledException>(
                () => NearDuplicates.Find([new("x", "the same words 3")], test, new NearDuplicateOptions { Threads = threads }, source.Token)).CancellationToken);
    }

    [Fact]
    public void BadInput_IsAnError()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Find([], [], 0.09));
        Assert.Throws<ArgumentOutOfRangeException>(() => Find([], [], double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => Find([], [], 0.5, threads: 0));
        Assert.Equal("test", Assert.Throws<ArgumentNullException>(() => NearDuplicates.Find([], null!, null, Token)).ParamName);
        Assert.Equal("training", Assert.Throws<ArgumentException>(() => NearDuplicates.Find([null!], [], null, Token)).ParamName);
    }

    private static NearDuplicateReport Find(string[] training, string[] test, double threshold, int threads = 2) => NearDuplicates.Find(
        training.Select(text => new LabeledText("x", text)), test.Select(text => new LabeledText([], text)), new NearDuplicateOptions { Threshold = threshold, Threads = threads }, Token);

    private static IEnumerable<NearDuplicate> BruteForce(string[] training, string[] test, double threshold)
    {
        for (int t = 0; t < test.Length; t++)
        {
            string[] words = Words(test[t]);
            NearDuplicate[] similar =
            [
                .. training.Select((text, index) => new NearDuplicate(t, index, Jaccard(Trigrams(Words(text)), Trigrams(words)), Words(text).SequenceEqual(words)))
                    .Where(pair => words.Length > 0 && pair.Similarity >= threshold)
                    .OrderByDescending(pair => pair.IsExact).ThenByDescending(pair => pair.Similarity).ThenBy(pair => pair.TrainingIndex),
            ];
            if (similar.Length > 0) yield return similar[0];
        }
    }

    private static string[] Words(string text) => text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static HashSet<string> Trigrams(string[] words) => words.Length switch
    {
        0 => [],
        < 3 => [string.Join(' ', words)],
        _ => [.. Enumerable.Range(0, words.Length - 2).Select(at => string.Join(' ', words[at..(at + 3)]))],
    };

    private static double Jaccard(HashSet<string> one, HashSet<string> other) => (double)one.Intersect(other).Count() / one.Union(other).Count();
}

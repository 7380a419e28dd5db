using CsCheck;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class StratifiedSplitTests
{
    // labels in random order, each at least twice; the texts are their numbers
    private static readonly Gen<LabeledText[]> _sets =
        Gen.Int[2, 40].Array[1, 8]
            .SelectMany(counts => Gen.Shuffle(counts.SelectMany((count, label) => Enumerable.Repeat($"label{label}", count)).ToArray()))
            .Select(labels => labels.Select((label, number) => new LabeledText(label, $"{number}")).ToArray());

    [Fact]
    public void Folds_HoldOutEachTextOnceAndKeepTheOrder() =>
        Gen.Select(_sets, Gen.ULong).Sample((texts, seed) =>
        {
            int count = Math.Max(2, SmallestLabel(texts) / 2);
            IReadOnlyList<TextSplit> folds = StratifiedSplit.Folds(texts, count, seed);
            Assert.Equal(count, folds.Count);
            Assert.Equal(texts.Select(text => text.Text).Order(), folds.SelectMany(fold => fold.HeldOut).Select(text => text.Text).Order());
            Assert.All(folds, fold => AssertParts(texts, fold));
        });

    [Fact]
    public void Folds_DifferByAtMostOneInSizeAndInEachLabel() =>
        Gen.Select(_sets, Gen.ULong).Sample((texts, seed) =>
        {
            IReadOnlyList<TextSplit> folds = StratifiedSplit.Folds(texts, SmallestLabel(texts), seed);
            AssertAlike(folds.Select(fold => fold.HeldOut.Count));
            foreach (string label in texts.Select(text => text.Label).Distinct())
                AssertAlike(folds.Select(fold => fold.HeldOut.Count(text => text.Label == label)));
        });

    [Fact]
    public void HoldOut_TakesEachLabelsShareAndKeepsTheOrder() =>
        Gen.Select(_sets, Gen.Double[0.01, 0.7], Gen.ULong).Sample((texts, fraction, seed) =>
        {
            TextSplit split = StratifiedSplit.HoldOut(texts, fraction, seed);
            AssertParts(texts, split);
            foreach (IGrouping<string, LabeledText> label in texts.GroupBy(text => text.Label))
            {
                int heldOut = split.HeldOut.Count(text => text.Label == label.Key);
                Assert.InRange(heldOut, 1, label.Count() - 1);
                Assert.True(heldOut == 1 || Math.Abs(heldOut - (label.Count() * fraction)) <= 0.5 + 1e-9);
            }
        });

    [Fact]
    public void Parts_DependOnTheSeedAlone()
    {
        LabeledText[] texts = [.. Enumerable.Range(0, 100).Select(i => new LabeledText(i % 3 == 0 ? "a" : "b", $"{i}"))];
        Assert.Equal(StratifiedSplit.HoldOut(texts, 0.2, 5).HeldOut, StratifiedSplit.HoldOut(texts, 0.2, 5).HeldOut);
        Assert.NotEqual(StratifiedSplit.HoldOut(texts, 0.2, 5).HeldOut, StratifiedSplit.HoldOut(texts, 0.2, 6).HeldOut);
        Assert.Equal(StratifiedSplit.Folds(texts, 10, 5)[3].HeldOut, StratifiedSplit.Folds(texts, 10, 5)[3].HeldOut);
        Assert.NotEqual(StratifiedSplit.Folds(texts, 10, 5)[3].HeldOut, StratifiedSplit.Folds(texts, 10, 6)[3].HeldOut);
    }

    [Theory]
    [InlineData("abcabcabcabc", "4 5 6 9")]
    [InlineData("aa-babbaa-bb", "0 3 4 10")]
    public void Parts_AreThoseOfEarlierVersions(string labels, string heldOut)
    {
        LabeledText[] texts = [.. labels.Select((label, number) => new LabeledText(label == '-' ? [] : [$"{label}"], $"{number}"))];

        Assert.Equal(heldOut, string.Join(' ', StratifiedSplit.Folds(texts, 3, seed: 1)[0].HeldOut.Select(text => text.Text)));
    }

    [Fact]
    public void HoldOut_TakesOneOfTwoTexts() =>
        Assert.Equal("b", Assert.Single(StratifiedSplit.HoldOut(Labels("abb"), 0.2, 1).HeldOut).Label);

    [Fact]
    public void HoldOut_KeepsTheOnlyTextOfALabelForTraining()
    {
        TextSplit split = StratifiedSplit.HoldOut(Labels("aaaab"), 0.25, 1);
        Assert.Equal(4, split.Training.Count);
        Assert.Equal("a", Assert.Single(split.HeldOut).Label);
    }

    [Theory]
    [InlineData("aaaab", 0.5, "the label 'b' has 1 text; holding out a fraction of 0.5 leaves none to train on")]
    [InlineData("aaaabb", 0.75, "the label 'b' has 2 texts; holding out a fraction of 0.75 leaves none to train on")]
    public void HoldOut_NamesTheLabelThatIsLeftWithoutTexts(string labels, double fraction, string message)
    {
        ArgumentException error = Assert.Throws<ArgumentException>("texts", () => StratifiedSplit.HoldOut(Labels(labels), fraction, 1));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folds_NameTheLabelWithTooFewTexts()
    {
        ArgumentException error = Assert.Throws<ArgumentException>("texts", () => StratifiedSplit.Folds(Labels("aaaabb"), 3, 1));
        Assert.StartsWith("the label 'b' has 2 texts, fewer than the 3 folds", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void HoldOut_RefusesOtherFractions(double fraction) =>
        Assert.Throws<ArgumentOutOfRangeException>(nameof(fraction), () => StratifiedSplit.HoldOut(Labels("aabb"), fraction, 1));

    [Fact]
    public void Folds_CheckTheirArguments()
    {
        ArgumentException error = Assert.Throws<ArgumentOutOfRangeException>("count", () => StratifiedSplit.Folds(Labels("aabb"), 1, 1));
        Assert.StartsWith("the number of folds is 1, expected at least 2", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("count", () => StratifiedSplit.FoldsOfAny(Labels("aabb"), 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => StratifiedSplit.FoldNumbers(Labels("aabb"), 1, 1));
        Assert.Throws<ArgumentNullException>("texts", () => StratifiedSplit.Folds(null!, 2, 1));
        error = Assert.Throws<ArgumentException>("texts", () => StratifiedSplit.Folds([], 2, 1));
        Assert.StartsWith("there are no texts to divide", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("texts", () => StratifiedSplit.Folds([new("a", "x"), null!], 2, 1));
    }

    private static LabeledText[] Labels(string labels) => [.. labels.Select((label, number) => new LabeledText($"{label}", $"{number}"))];

    private static int SmallestLabel(LabeledText[] texts) => texts.GroupBy(text => text.Label).Min(label => label.Count());

    private static void AssertAlike(IEnumerable<int> counts) => Assert.InRange(counts.Max() - counts.Min(), 0, 1);

    private static void AssertParts(LabeledText[] texts, TextSplit split)
    {
        HashSet<LabeledText> heldOut = [.. split.HeldOut];
        Assert.Equal(texts.Where(heldOut.Contains), split.HeldOut);
        Assert.Equal(texts.Where(text => !heldOut.Contains(text)), split.Training);
    }
}

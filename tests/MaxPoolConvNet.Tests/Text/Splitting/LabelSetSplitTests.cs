using CsCheck;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

/// <summary>Splits of texts with several labels or none.</summary>
public class LabelSetSplitTests
{
    private static readonly string[][] _sets = [[], ["a"], ["b"], ["a", "b"], ["c"], ["a", "b", "c"]];

    private static readonly Gen<LabeledText[]> _texts = Gen.Int[0, _sets.Length - 1].Array[2, 60]
        .Where(sets => sets.Any(set => _sets[set].Length != 1))
        .Select(sets => sets.Select((set, number) => new LabeledText([.. _sets[set]], $"{number:D2}")).ToArray());

    [Fact]
    public void Folds_HaveTheirShareOfEverySetOfLabels() =>
        Gen.Select(_texts, Gen.Int[2, 5], Gen.ULong).Where((texts, count, _) => texts.Length >= count).Sample((texts, count, seed) =>
        {
            IReadOnlyList<TextSplit> folds = StratifiedSplit.Folds(texts, count, seed);

            Assert.Equal(texts, folds.SelectMany(fold => fold.HeldOut).OrderBy(text => text.Text));
            foreach (string labels in texts.Select(Set).Distinct())
            {
                int[] counts = [.. folds.Select(fold => fold.HeldOut.Count(text => Set(text) == labels))];
                Assert.InRange(counts.Max() - counts.Min(), 0, 1);
            }
        });

    [Fact]
    public void HoldOut_LeavesATextOfEachLabelAndMissesTheFractionByNoMoreThanThat() =>
        Gen.Select(_texts, Gen.Double[0.01, 0.99], Gen.ULong).Sample((texts, fraction, seed) =>
        {
            TextSplit split = StratifiedSplit.HoldOut(texts, fraction, seed);

            Assert.Equal(texts, split.Training.Concat(split.HeldOut).OrderBy(text => text.Text));
            Assert.NotEmpty(split.Training);
            Assert.Equal(texts.SelectMany(text => text.Labels).Distinct().Order(), split.Training.SelectMany(text => text.Labels).Distinct().Order());
            int asked = (int)Math.Round(texts.Length * fraction, MidpointRounding.AwayFromZero);
            Assert.InRange(split.HeldOut.Count, Math.Min(asked, texts.Length - 1) - 3, asked);
        });

    [Fact]
    public void HoldOut_TakesItsShareOfSetsThatOccurOnce()
    {
        LabeledText[] texts = [.. Enumerable.Range(0, 100).Select(t => new LabeledText(["all", $"only{t}", $"group{t % 3}"], $"{t}"))];
        texts = [.. texts.Select((text, t) => text with { Labels = t % 2 == 0 ? ["all", $"group{t % 3}"] : text.Labels.RemoveAt(2) })];
        texts = [.. texts, new LabeledText([], "none")];

        int[] first = [.. Numbers(StratifiedSplit.HoldOut(texts, 0.2, seed: 1))];

        Assert.Equal(20, first.Length);
        Assert.Equal(first, Numbers(StratifiedSplit.HoldOut(texts, 0.2, seed: 1)));
        Assert.NotEqual(first, Numbers(StratifiedSplit.HoldOut(texts, 0.2, seed: 2)));
    }

    [Fact]
    public void Folds_MoreThanTextsAreAnError() =>
        Assert.Equal(
            "there are 2 texts, fewer than the 3 folds (Parameter 'texts')",
            Assert.Throws<ArgumentException>(() => StratifiedSplit.Folds([new LabeledText([], "x"), new(["a", "b"], "y")], 3, 1)).Message);

    private static IEnumerable<int> Numbers(TextSplit split) => split.HeldOut.Select(text => int.TryParse(text.Text, out int number) ? number : -1);

    private static string Set(LabeledText text) => string.Join(' ', text.Labels);
}

using CsCheck;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests.Text;

public class KeyedSplitTests
{
    private const int Many = 10_000;

    private static readonly LabeledText[] _many =
        [.. Enumerable.Range(0, Many).Select(at => new LabeledText(at % 5 == 0 ? "a" : "b", $"text {at}"))];

    // some texts occur twice, with one label or with two
    private static readonly Gen<LabeledText[]> _sets = Gen.Select(Gen.Bool, Gen.Int[0, 30])
        .Select((isA, text) => new LabeledText(isA ? "a" : "b", $"text {text}")).Array[1, 40];

    private static readonly Gen<double> _fractions = Gen.Double[0.01, 0.99];

    [Fact]
    public void HoldOut_PutsEachTextOnOneSideAndKeepsTheOrder() =>
        Gen.Select(_sets, _fractions, Gen.ULong).Sample((texts, fraction, seed) =>
        {
            TextSplit split = KeyedSplit.HoldOut(texts, fraction, seed);

            HashSet<string> heldOut = [.. split.HeldOut.Select(text => text.Text)];
            Assert.Equal(texts.Where(text => heldOut.Contains(text.Text)), split.HeldOut);
            Assert.Equal(texts.Where(text => !heldOut.Contains(text.Text)), split.Training);
        });

    [Fact]
    public void HoldOut_LeavesTextsWhereTheyAreWhenOthersComeGoOrChangePlaces() =>
        Gen.Select(_sets, _sets, _fractions, Gen.ULong).SelectMany((texts, others, fraction, seed) =>
            Gen.Shuffle(texts.Concat(others).ToArray()).Select(all => (texts, all, fraction, seed))).Sample((texts, all, fraction, seed) =>
            {
                TextSplit before = KeyedSplit.HoldOut(texts, fraction, seed);
                TextSplit after = KeyedSplit.HoldOut(all, fraction, seed);

                Assert.Empty(before.HeldOut.Intersect(after.Training));
                Assert.Empty(before.Training.Intersect(after.HeldOut));
            });

    [Fact]
    public void Folds_LeaveTextsWhereTheyAreWhenOthersComeGoOrChangePlaces() =>
        Gen.Select(_sets, _sets, Gen.Int[2, 6], Gen.ULong).SelectMany((texts, others, count, seed) =>
            Gen.Shuffle(texts.Concat(others).ToArray()).Select(all => (texts, all, count, seed))).Sample((texts, all, count, seed) =>
            {
                IReadOnlyList<TextSplit> before = KeyedSplit.Folds(texts, count, seed);
                IReadOnlyList<TextSplit> after = KeyedSplit.Folds(all, count, seed);

                Assert.Equal(count, before.Count);
                Assert.Equal(Sorted(texts), Sorted(before.SelectMany(fold => fold.HeldOut)));
                for (int fold = 0; fold < count; fold++)
                {
                    Assert.Empty(before[fold].HeldOut.Intersect(after[fold].Training));
                    Assert.Empty(before[fold].Training.Intersect(after[fold].HeldOut));
                    Assert.Equal(Sorted(texts), Sorted(before[fold].HeldOut.Concat(before[fold].Training)));
                }
            });

    [Fact]
    public void HoldOut_OfALargerFractionHoldsOutTheSameTextsAndMore() =>
        Gen.Select(_sets, _fractions, _fractions, Gen.ULong).Sample((texts, one, other, seed) =>
        {
            TextSplit smaller = KeyedSplit.HoldOut(texts, Math.Min(one, other), seed);
            TextSplit larger = KeyedSplit.HoldOut(texts, Math.Max(one, other), seed);

            Assert.Empty(smaller.HeldOut.Except(larger.HeldOut));
        });

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public void HoldOut_TakesTheFractionOfEachLabelWithinBinomialBounds(double fraction)
    {
        for (ulong seed = 0; seed < 5; seed++)
        {
            TextSplit split = KeyedSplit.HoldOut(_many, fraction, seed);
            foreach (string label in new[] { "a", "b" })
                AssertBinomial(split.HeldOut.Count(text => text.Label == label), _many.Count(text => text.Label == label), fraction);
        }
    }

    [Fact]
    public void Folds_AreOfOneSizeWithinBinomialBounds()
    {
        foreach (int count in new[] { 2, 5, 10 })
            Assert.All(KeyedSplit.Folds(_many, count, seed: 1), fold => AssertBinomial(fold.HeldOut.Count, Many, 1.0 / count));
    }

    [Fact]
    public void Seeds_GivePartsThatHaveNothingInCommon()
    {
        HashSet<LabeledText> first = [.. KeyedSplit.HoldOut(_many, 0.3, seed: 0).HeldOut];
        for (ulong seed = 1; seed < 5; seed++)
            AssertBinomial(KeyedSplit.HoldOut(_many, 0.3, seed).HeldOut.Count(first.Contains), Many, 0.3 * 0.3);
    }

    [Fact]
    public void Keys_DecideWhereTheyAreGiven()
    {
        (string Key, LabeledText Text)[] byCustomer = [.. _many.Select((text, at) => ($"customer {at % 100}", text))];

        TextSplit split = KeyedSplit.HoldOut(byCustomer, 0.2, seed: 1);

        ILookup<string, LabeledText> texts = byCustomer.ToLookup(text => text.Key, text => text.Text);
        HashSet<LabeledText> heldOut = [.. split.HeldOut];
        Assert.All(texts, customer => Assert.True(customer.All(heldOut.Contains) || !customer.Any(heldOut.Contains)));
        AssertBinomial(texts.Count(customer => heldOut.Contains(customer.First())), 100, 0.2);
        Assert.Equal(Sorted(_many), Sorted(split.HeldOut.Concat(split.Training)));
    }

    [Fact]
    public void Keys_OutliveTheirTexts()
    {
        IEnumerable<(string, LabeledText)> before = _many.Select((text, at) => ($"{at}", text));
        IEnumerable<(string, LabeledText)> edited = _many.Select((text, at) => ($"{at}", text with { Text = text.Text + "!" }));

        Assert.Equal(
            KeyedSplit.Folds(before, 3, seed: 1)[2].HeldOut.Select(text => text.Text + "!"),
            KeyedSplit.Folds(edited, 3, seed: 1)[2].HeldOut.Select(text => text.Text));
    }

    [Fact]
    public void ATextIsItsOwnKey() =>
        Assert.Equal(
            KeyedSplit.HoldOut(_many.Select(text => (text.Text, text)), 0.2, seed: 1).HeldOut,
            KeyedSplit.HoldOut(_many, 0.2, seed: 1).HeldOut);

    // h / 2⁶⁴ is 0.24303 and 0.57379, by Python: int.from_bytes(hashlib.sha256(b"1:ticket-17").digest()[:8], "big") / 2**64
    [Fact]
    public void Parts_AreThoseOfTheDocumentedRule()
    {
        (string, LabeledText)[] texts = [("ticket-17", new("a", "first")), ("ticket-18", new("b", "second"))];

        Assert.Empty(KeyedSplit.HoldOut(texts, 0.243, seed: 1).HeldOut);
        Assert.Equal(["first"], KeyedSplit.HoldOut(texts, 0.2431, seed: 1).HeldOut.Select(text => text.Text));
        Assert.Equal(["first"], KeyedSplit.HoldOut(texts, 0.5737, seed: 1).HeldOut.Select(text => text.Text));
        Assert.Equal(["first", "second"], KeyedSplit.HoldOut(texts, 0.5738, seed: 1).HeldOut.Select(text => text.Text));
        IReadOnlyList<TextSplit> folds = KeyedSplit.Folds(texts, 10, seed: 1);
        Assert.Equal(["first"], folds[2].HeldOut.Select(text => text.Text));
        Assert.Equal(["second"], folds[5].HeldOut.Select(text => text.Text));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void HoldOut_RefusesOtherFractions(double fraction)
    {
        Assert.StartsWith(
            "the fraction to hold out must be above 0 and below 1",
            Assert.Throws<ArgumentOutOfRangeException>(nameof(fraction), () => KeyedSplit.HoldOut(_many, fraction, 1)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(
            nameof(fraction), () => KeyedSplit.HoldOut(_many.Select(text => ("k", text)), fraction, 1));
    }

    [Theory]
    [InlineData(null, "text 2 of 2 has a key that is null (Parameter 'texts')")]
    [InlineData("", "text 2 of 2 has a key that is empty (Parameter 'texts')")]
    public void Keys_ThatAreMissingAreNamed(string? key, string message)
    {
        (string, LabeledText)[] texts = [("k", new("a", "x")), (key!, new("a", "y"))];

        Assert.Equal(message, Assert.Throws<ArgumentException>(() => KeyedSplit.HoldOut(texts, 0.5, 1)).Message);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => KeyedSplit.Folds(texts, 2, 1)).Message);
    }

    [Fact]
    public void Arguments_AreChecked()
    {
        LabeledText[] none = [];
        (string, LabeledText)[] noneWithKeys = [];
        LabeledText[] missing = [new("a", "x"), null!];

        Assert.Throws<ArgumentNullException>("texts", () => KeyedSplit.HoldOut((LabeledText[])null!, 0.5, 1));
        Assert.Throws<ArgumentNullException>("texts", () => KeyedSplit.Folds(((string, LabeledText)[])null!, 2, 1));
        Assert.Throws<ArgumentException>("texts", () => KeyedSplit.HoldOut(none, 0.5, 1));
        Assert.Throws<ArgumentException>("texts", () => KeyedSplit.Folds(noneWithKeys, 2, 1));
        Assert.Throws<ArgumentException>("texts", () => KeyedSplit.Folds(missing, 2, 1));
        Assert.Throws<ArgumentException>("texts", () => KeyedSplit.HoldOut(missing.Select(text => ("k", text)), 0.5, 1));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => KeyedSplit.Folds(_many, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => KeyedSplit.Folds(_many.Select(text => ("k", text)), 1, 1));
    }

    /// <summary>Within five standard deviations: one in two million such checks would fail by chance, and these have fixed seeds.</summary>
    private static void AssertBinomial(int count, int trials, double probability) =>
        Assert.InRange(Math.Abs(count - (trials * probability)), 0, 5 * Math.Sqrt(trials * probability * (1 - probability)));

    private static IEnumerable<string> Sorted(IEnumerable<LabeledText> texts) =>
        texts.Select(text => $"{text}").Order(StringComparer.Ordinal);
}

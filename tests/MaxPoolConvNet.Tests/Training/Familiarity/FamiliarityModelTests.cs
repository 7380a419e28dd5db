using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class FamiliarityModelTests
{
    // a hundred texts: one costs 100 steps, one 99, …, one 0
    private static readonly FamiliarityModel _model = new(
        [10, 50, 90, 200], [.. Enumerable.Range(0, 101).Select(q => (100 - q) * FamiliarityModel.QuantilesPerStep)], 100);

    private static readonly string[] _words = ["a", "b", "c"];

    private static readonly TextEncoder _encoder = new(WordTokenizer.Default, Vocabulary.FromWords(_words));

    [Theory]
    [InlineData("a", 0.9)]
    [InlineData("b", 0.5)]
    [InlineData("c", 0.1)]
    [InlineData("a b", 0.7)]
    [InlineData("a a b", 1 - (0.7 / 3))]
    [InlineData("a b x", 1 - (2.6 / 3))]
    [InlineData("c c c x", 0)]
    [InlineData("x", 0)]
    [InlineData("", 0)]
    [InlineData(" \n", 0)]
    public void Of_IsTheFractionOfTextsThatCostAsMuch(string text, double expected) => Assert.Equal(expected, Of(_model, text), 1e-4);

    [Fact]
    public void Of_CountsEqualCostsAsAtLeastAsMuch()
    {
        var model = new FamiliarityModel([10, 50, 90, 200], [.. Enumerable.Range(0, 101).Select(q => q < 50 ? 50 * 256 : 10 * 256)], 100);

        Assert.Equal([1, 0.49, 0], _words.Select(text => Of(model, text)));
    }

    [Fact]
    public void Of_NeverRises_AsTheCostDoes()
    {
        string[] texts = [.. Enumerable.Range(0, 1_001).Select(n => string.Concat(Enumerable.Repeat("a ", 1_000 - n)) + string.Concat(Enumerable.Repeat("x ", n)))];
        double[] found = [.. texts.Select(text => Of(_model, text))];

        Assert.Equal(found.OrderDescending(), found);
        Assert.InRange(found.Distinct().Count(), 400, 1_001);
    }

    [Fact]
    public void Of_ALongText_IsExact() => Assert.Equal(0.9, Of(_model, string.Concat(Enumerable.Repeat("a ", 1_000_000))));

    [Fact]
    public void Select_MakesTheOtherWordsUnknown()
    {
        FamiliarityModel selected = _model.Select([2, 0]);

        Assert.Equal([90, 10, 200], selected.Costs.ToArray());
        Assert.Equal(_model.Quantiles.ToArray(), selected.Quantiles.ToArray());
        Assert.Equal(_model.TextCount, selected.TextCount);
    }

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(0.099, 0.1)]
    [InlineData(0.1, 0.2)]
    [InlineData(0.55, 0.6)]
    [InlineData(0.99, 1)]
    public void Minimum_LeavesOutAtMostTheFraction(double fraction, double expected)
    {
        double[] familiarities = [0.5, 0.1, 0.4, 0.2, 0.3, 0.6, 0.9, 1, 0.8, 0.7];

        double minimum = MinimumFamiliarity.Of(familiarities, fraction);

        Assert.Equal(expected, minimum);
        Assert.InRange(familiarities.Count(one => one < minimum), 0, fraction * familiarities.Length);
    }

    private static double Of(FamiliarityModel model, string text)
    {
        var encoded = new EncodedText();
        _encoder.Encode(text, encoded);
        return model.Of(encoded);
    }
}

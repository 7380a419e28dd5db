using MaxPoolConvNet.Tool.Commands;
using MaxPoolConvNet.Tool.Tuning;

namespace MaxPoolConvNet.Tool.Tests.Tuning;

public class ComparisonTests
{
    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(0, 5, 0.0625)]
    [InlineData(6, 0, 0.03125)]
    [InlineData(2, 10, 2 * (1 + 12 + 66) / 4096.0)]
    [InlineData(1_000, 1_000, 1)]
    public void P_IsThatOfTheSignTest(int onlyStart, int onlyChoice, double p) => Assert.Equal(p, Of(onlyStart, onlyChoice, 10).P, 12);

    [Fact]
    public void P_OfManyTexts_IsSmallAndNotLost() => Assert.InRange(Of(1_100, 1_300, 10).P, 4e-5, 5e-5);

    [Fact]
    public void Points_AreTheDifferenceOfTheAccuracies()
    {
        Comparison comparison = Of(3, 7, 90);

        Assert.Equal((100, 93, 97), (comparison.Texts, comparison.StartCorrect, comparison.ChoiceCorrect));
        Assert.Equal(4, comparison.Points, 12);
        Assert.Equal(196 * Math.Sqrt(0.1 - (0.04 * 0.04)) / 10, comparison.Margin, 12);
    }

    [Theory]
    [InlineData(0, 6, "clearly better than the defaults")]
    [InlineData(0, 5, "better than the defaults, but the difference may be chance")]
    [InlineData(4, 4, "not better than the defaults: keep the defaults")]
    [InlineData(5, 4, "not better than the defaults: keep the defaults")]
    [InlineData(9, 1, "clearly worse than the defaults: keep the defaults")]
    public void TheVerdict_SaysNoMoreThanTheTextsDo(int onlyStart, int onlyChoice, string verdict) =>
        Assert.Equal(verdict, TuningOutcome.Verdict(Of(onlyStart, onlyChoice, 50)));

    private static Comparison Of(int onlyStart, int onlyChoice, int both)
    {
        IEnumerable<(bool Start, bool Choice)> texts =
            [.. Enumerable.Repeat((true, false), onlyStart), .. Enumerable.Repeat((false, true), onlyChoice), .. Enumerable.Repeat((true, true), both)];
        return new Comparison([.. texts.Select(text => text.Start)], [.. texts.Select(text => text.Choice)]);
    }
}

using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tests.Evaluation.Comparison;

public class ComparisonReportTests
{
    [Fact]
    public void ToString_ShowsFiguresCountsAndVerdict() => Assert.Equal(
        Lines(
            "           first  second  difference       95 % interval",
            "accuracy  0.9000  0.8500     -0.0500  -0.0800 to -0.0200",
            "macro F1  0.8000  0.8000      0.0000  -0.0100 to +0.0100",
            "log-loss  0.2500  0.3750     +0.1250  +0.1000 to +0.1500",
            "100 texts: 80 correct in both, 10 only in the first, 5 only in the second, 5 in neither",
            "the second is significantly worse (McNemar's exact test: p = 0.0123; level 0.05, margin 0.01)"),
        Report(new ModelComparisonOptions { Margin = 0.01 }, 0.0123, isWorse: true).ToString());

    [Theory]
    [InlineData(0.1, 0.5, "90 % interval", "the second is not significantly worse (McNemar's exact test: p = 0.5000; level 0.1)")]
    [InlineData(0.01, 0.0001, "99 % interval", "the second is not significantly worse (McNemar's exact test: p = 0.0001; level 0.01)")]
    [InlineData(0.001, 0.00009, "99.9 % interval", "the second is not significantly worse (McNemar's exact test: p < 0.0001; level 0.001)")]
    public void ToString_NamesLevelAndP(double level, double p, string interval, string verdict)
    {
        string text = Report(new ModelComparisonOptions { Level = level }, p, isWorse: false).ToString();

        Assert.Contains(interval, text, StringComparison.Ordinal);
        Assert.EndsWith(Environment.NewLine + verdict, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.1, 0.2, true, false)]
    [InlineData(-0.2, -0.1, false, true)]
    [InlineData(-0.1, 0.1, false, false)]
    [InlineData(0.0, 0.0, false, false)]
    [InlineData(double.NaN, double.NaN, false, false)]
    public void AFigure_IsHigherOrLower_WhereTheWholeIntervalIs(double lower, double upper, bool isHigher, bool isLower)
    {
        var figure = new ComparedFigure(0.5, 0.5, lower, upper);

        Assert.Equal((isHigher, isLower), (figure.IsHigher, figure.IsLower));
    }

    private static string Lines(params string[] lines) => string.Join(Environment.NewLine, lines);

    private static ComparisonReport Report(ModelComparisonOptions options, double p, bool isWorse) => new(options)
    {
        TextCount = 100,
        BothCorrectCount = 80,
        OnlyFirstCorrectCount = 10,
        OnlySecondCorrectCount = 5,
        Accuracy = new ComparedFigure(0.9, 0.85, -0.08, -0.02),
        MacroF1 = new ComparedFigure(0.8, 0.8, -0.01, 0.01),
        Loss = new ComparedFigure(0.25, 0.375, 0.1, 0.15),
        PValue = p,
        IsSignificantlyWorse = isWorse,
    };
}

using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

/// <summary>The reports' texts, to the letter.</summary>
public class GradientReportTextTests
{
    [Theory]
    [InlineData(false, true, "all parameters at once: slope 0.1 for 0.25, gradient of length 1.23E+03")]
    [InlineData(false, false, "all parameters at once: slope 0.1 for 0.25, gradient of length 1.23E+03: WRONG")]
    [InlineData(true, true, "all parameters at once: kinks on every side, not compared")]
    [InlineData(true, false, "all parameters at once: kinks on every side, not compared; a gradient isn't finite: WRONG")]
    public void ADirection_IsOneLine(bool isAtKink, bool hasPassed, string text) =>
        Assert.Equal(text, new DirectionReport(0.1, 0.25, 1234, isAtKink, hasPassed).ToString());

    [Fact]
    public void ADirection_HasItsFigures()
    {
        var report = new DirectionReport(1, 2, 3, isAtKink: true, hasPassed: false);

        Assert.Equal((1.0, 2.0, 3.0, true, false), (report.Analytic, report.Numerical, report.Length, report.IsAtKink, report.HasPassed));
    }

    [Theory]
    [InlineData(true, true, 0, "two runs agreed", "passed")]
    [InlineData(false, true, 0, "two runs DISAGREED: the model is random, or Backward changes it", "FAILED")]
    [InlineData(true, false, 0, "two runs agreed", "FAILED")]
    [InlineData(true, true, 1, "two runs agreed", "FAILED")]
    public void AReport_BeginsWithV_AndHasALineForEachComparison(bool isDeterministic, bool hasDirectionPassed, int wrong, string runs, string end)
    {
        GradientBlockReport u = Block("U", 0.5, wrong), v = Block("V", 0.125, 0);
        var direction = new DirectionReport(1, 1, 1, isAtKink: false, hasDirectionPassed);

        var report = new GradientReport([u, v], direction, isDeterministic);

        Assert.Equal(
            string.Join(Environment.NewLine, "V difference: 0.125, U difference: 0.5", u.ToString(), v.ToString(), direction.ToString(), runs, end),
            report.ToString());
        Assert.Equal(end == "passed", report.HasPassed);
        Assert.Same(v, report["V"]);
    }

    [Theory]
    [InlineData(0, 0, 0, true, "U: no entry checked, 0 at kinks")]
    [InlineData(0, 2, 0, false, "U: no entry checked, 2 at kinks")]
    [InlineData(3, 2, 0, true, "U: 3 entries checked, 2 at kinks, 0 wrong; largest difference 0.5 in a block of 8; largest relative 0.0625 at U[4,5], 0.1 for -2")]
    [InlineData(1, 0, 1, false, "U: 1 entries checked, 0 at kinks, 1 wrong; largest difference 0.5 in a block of 8; largest relative 0.0625 at U[4,5], 0.1 for -2")]
    public void ABlock_IsOneLine(int compared, int atKinks, int wrong, bool hasPassed, string text)
    {
        var block = new GradientBlockReport("U")
        {
            CheckedEntryCount = compared, KinkEntryCount = atKinks, WrongEntryCount = wrong, LargestDifference = 0.5, LargestEntry = 8,
            LargestRelativeDifference = 0.0625, Row = 4, Column = 5, Analytic = 0.1, Numerical = -2,
        };

        Assert.Equal((text, hasPassed), (block.ToString(), block.HasPassed));
    }

    private static GradientBlockReport Block(string name, double squares, int wrong) =>
        new(name) { CheckedEntryCount = 2, WrongEntryCount = wrong, SumOfSquaredDifferences = squares };
}

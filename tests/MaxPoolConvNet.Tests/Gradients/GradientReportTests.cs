using System.Globalization;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class GradientReportTests
{
    [Fact]
    public void ToString_BeginsWithTheWriteupsDifferences()
    {
        GradientReport report = Check();

        Assert.Matches(@"^V difference: [0-9.E-]+, U difference: [0-9.E-]+\r?\n", report.ToString());
        Assert.EndsWith("passed", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_TellsWhatIsWrong()
    {
        var model = new FaultyModel(SmallNetwork.Create(), (_, _, _, v) => v[0, 3] = 0.125);

        string text = GradientCalls.Check(model, SmallNetwork.Text, Target.OfClass(1)).ToString();

        Assert.Contains("6 entries checked, 0 at kinks, 1 wrong", text, StringComparison.Ordinal);
        Assert.Contains("at V[0,3], 0.125 for ", text, StringComparison.Ordinal);
        Assert.EndsWith("FAILED", text, StringComparison.Ordinal);
    }

    [Fact]
    public void SumOfSquaredDifferences_IsThatOfTheWrongEntries()
    {
        var model = new FaultyModel(SmallNetwork.Create(), (_, _, _, v) => (v[0, 3], v[0, 4]) = (v[0, 3] + 0.25, v[0, 4] - 0.5));

        GradientReport report = GradientCalls.Check(model, SmallNetwork.Text, Target.OfClass(1));

        Assert.Equal(0.3125, report["V"].SumOfSquaredDifferences, 1e-9);
        Assert.Equal(0.5, report["V"].LargestDifference, 1e-9);
        Assert.InRange(report["U"].SumOfSquaredDifferences, 0, 1e-18);
    }

    [Fact]
    public void ToString_IsTheSameWhereNumbersHaveACommaAndAnotherMinus()
    {
        GradientReport report = Check();
        string expected = report.ToString();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "−" } };
            Assert.Equal(expected, report.ToString());
            Assert.Equal(expected, Check().ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Indexer_ThrowsForAParameterThatWasNotChecked()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => Check()["W"]);
        Assert.Equal("no parameter W was checked", error.Message);
    }

    private static GradientReport Check() => GradientCalls.Check(SmallNetwork.Create(), SmallNetwork.Text, Target.OfClass(1));
}

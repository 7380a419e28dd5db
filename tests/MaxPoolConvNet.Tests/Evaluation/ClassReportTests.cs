using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tests;

public class ClassReportTests
{
    private const double Exact = 1e-15;

    [Fact]
    public void TwoClasses_ByHand()
    {
        EvaluationReport report = Tallied.Counts(new[,] { { 2, 2 }, { 1, 3 } });

        Assert.Equal(
            [("a", 2.0 / 3, 2.0 / 4, 4.0 / 7, 4), ("b", 3.0 / 5, 3.0 / 4, 6.0 / 9, 4)],
            report.Classes.Select(one => one.Figures()));
        AssertAverage((2.0 / 3 + 3.0 / 5) / 2, (2.0 / 4 + 3.0 / 4) / 2, (4.0 / 7 + 6.0 / 9) / 2, report.MacroAverage);
        Assert.Equal((5.0 / 8, 5.0 / 8, 5.0 / 8), report.MicroAverage.Figures());
        Assert.Equal(5.0 / 8, report.Accuracy);
    }

    [Fact]
    public void ThreeClasses_ByHand()
    {
        EvaluationReport report = Tallied.Counts(new[,] { { 5, 1, 0 }, { 2, 3, 1 }, { 0, 4, 4 } });

        Assert.Equal(
            [
                ("a", 5.0 / 7, 5.0 / 6, 10.0 / 13, 6),
                ("b", 3.0 / 8, 3.0 / 6, 6.0 / 14, 6),
                ("c", 4.0 / 5, 4.0 / 8, 8.0 / 13, 8),
            ],
            report.Classes.Select(one => one.Figures()));
        AssertAverage(
            (5.0 / 7 + 3.0 / 8 + 4.0 / 5) / 3, (5.0 / 6 + 3.0 / 6 + 4.0 / 8) / 3, (10.0 / 13 + 6.0 / 14 + 8.0 / 13) / 3, report.MacroAverage);
        Assert.Equal((12.0 / 20, 12.0 / 20, 12.0 / 20), report.MicroAverage.Figures());
    }

    [Fact]
    public void AClassThatIsNeverPredicted_HasPrecisionZero()
    {
        EvaluationReport report = Tallied.Counts(new[,] { { 2, 0 }, { 2, 0 } });

        Assert.Equal([("a", 0.5, 1, 2.0 / 3, 2), ("b", 0, 0, 0, 2)], report.Classes.Select(one => one.Figures()));
        AssertAverage(0.25, 0.5, 1.0 / 3, report.MacroAverage);
    }

    [Fact]
    public void AClassThatNoTextHas_HasRecallZeroAndCountsInTheMacroAverage()
    {
        EvaluationReport report = Tallied.Counts(new[,] { { 3, 0, 1 }, { 0, 0, 0 }, { 0, 2, 2 } });

        Assert.Equal(
            [("a", 1, 0.75, 6.0 / 7, 4), ("b", 0, 0, 0, 0), ("c", 2.0 / 3, 0.5, 4.0 / 7, 4)],
            report.Classes.Select(one => one.Figures()));
        AssertAverage((1 + 2.0 / 3) / 3, (0.75 + 0.5) / 3, (6.0 / 7 + 4.0 / 7) / 3, report.MacroAverage);
    }

    [Fact]
    public void AClassNeitherPredictedNorAmongTheTexts_IsAllZero() =>
        Assert.Equal(("b", 0, 0, 0, 0), Tallied.Counts(new[,] { { 3, 0 }, { 0, 0 } }).Classes[1].Figures());

    private static void AssertAverage(double precision, double recall, double f1, AverageReport average)
    {
        Assert.Equal(precision, average.Precision, Exact);
        Assert.Equal(recall, average.Recall, Exact);
        Assert.Equal(f1, average.F1, Exact);
    }
}

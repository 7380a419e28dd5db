using System.Globalization;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class EvaluationReportTests
{
    [Fact]
    public void LossAndCalibrationError_ByHandForThreeClasses()
    {
        // probabilities 0.7 for a and 0.5 for b, the predicted ones; the first text is right, the second, which is a c, has 0.3 for it
        EvaluationReport report = Tallied.Softmax(3, (0, Logits(0.7, 0.2, 0.1)), (2, Logits(0.2, 0.5, 0.3)));

        Assert.Equal(-(Math.Log(0.7) + Math.Log(0.3)) / 2, report.Loss, 1e-6);
        Assert.Equal((0.3 + 0.5) / 2, report.ExpectedCalibrationError, 1e-6);
        Assert.Null(report.AreaUnderRocCurve);
    }

    [Fact]
    public void CalibrationError_IsOfThePredictedLabelWhicheverItIs() => Assert.Equal(
        0.1,
        Tallied.Logistic([.. Enumerable.Repeat((0, -(float)Math.Log(9)), 5), .. Enumerable.Repeat((1, (float)Math.Log(9)), 5)]).ExpectedCalibrationError,
        1e-6);

    [Fact]
    public void AreaUnderRocCurve_TellsTextsApartWhoseProbabilitiesAreBothOne()
    {
        Assert.Equal(1, Tallied.Logistic((0, 50), (1, 60)).AreaUnderRocCurve);
        Assert.Equal(0, Tallied.Logistic((0, 60), (1, 50)).AreaUnderRocCurve);
        Assert.Equal(0.5, Tallied.Logistic((0, 50), (1, 50)).AreaUnderRocCurve);
    }

    [Fact]
    public void AreaUnderRocCurve_IsNullWhereALabelHasNoTexts() => Assert.Null(Tallied.Logistic((1, 2), (1, -2)).AreaUnderRocCurve);

    [Fact]
    public void ToString_NamesLabelsThatTrainingDidntHave()
    {
        var tally = new EvaluationTally(["a", "b"], ["x"], OutputFunctions.Of<float>(OutputKind.Logistic));
        tally.Add([1], new TrueLabels(Target.OfClass(1), []));
        tally.Add([1], new TrueLabels(null, [2]));

        Assert.EndsWith(
            Environment.NewLine + "1 text counted as wrong, with the label 'x', which training didn't have", tally.ToReport().ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("didn't have", Tallied.Logistic((1, 2)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_ShowsWhatWasPromised()
    {
        var promises = new ErrorPromises([new ErrorPromise(0.05, [0.7], 0.5)], 100);
        var tally = new EvaluationTally(["a", "b"], [], OutputFunctions.Of<float>(OutputKind.Logistic), promises);
        tally.Add([1], new TrueLabels(Target.OfClass(1), []));
        EvaluationReport report = tally.ToReport();

        Assert.EndsWith(Environment.NewLine + Assert.Single(report.Promises), report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void TextsOfUnknownLabelsAlone_HaveNoLoss()
    {
        var tally = new EvaluationTally(["a", "b"], ["x"], OutputFunctions.Of<float>(OutputKind.Logistic));
        tally.Add([1], new TrueLabels(null, [2]));

        Assert.Equal(double.NaN, tally.ToReport().Loss);
    }

    [Fact]
    public void Figures_AreMadeOnce()
    {
        EvaluationReport report = Tallied.Counts(new[,] { { 2, 2, 0 }, { 1, 3, 0 }, { 0, 0, 1 } });

        Assert.Same(report.Classes[1], report["b"]);
        Assert.Same(report.Classes[2], report.Classes[2]);
        Assert.Same(report.MacroAverage, report.MacroAverage);
        Assert.Same(report.MicroAverage, report.MicroAverage);
    }

    [Fact]
    public void AnUnknownLabel_IsNamed()
    {
        EvaluationReport report = Tallied.Counts(new[,] { { 1, 0 }, { 0, 1 } });

        Assert.Equal("there is no label 'B'; the labels are 'a', 'b'", Assert.Throws<KeyNotFoundException>(() => report["B"]).Message);
        Assert.Throws<ArgumentNullException>(() => report[null!]);
    }

    [Fact]
    public void ToString_IsATable() => Assert.Equal(
        [
            "accuracy 0.6000 (3 of 5 texts)",
            "               precision  recall      F1  support",
            "a                 0.5000  0.5000  0.5000        2",
            "b                 0.6667  0.6667  0.6667        3",
            "macro average     0.5833  0.5833  0.5833        5",
            "micro average     0.6000  0.6000  0.6000        5",
            "loss 0.6931, expected calibration error 0.2500, area under the ROC curve 0.7500",
        ],
        new EvaluationReport(Tallied.LabelCounts(new[,] { { 1, 1 }, { 1, 2 } })) { Loss = Math.Log(2), ExpectedCalibrationError = 0.25, AreaUnderRocCurve = 0.75 }
            .ToString().Split(Environment.NewLine));

    [Fact]
    public void ToString_HasNoAreaForThreeClasses() => Assert.EndsWith(
        "loss 1.0000, expected calibration error 0.2500",
        new EvaluationReport(Tallied.LabelCounts(new[,] { { 1, 1, 0 }, { 1, 2, 0 }, { 0, 0, 1 } })) { Loss = 1, ExpectedCalibrationError = 0.25 }.ToString(),
        StringComparison.Ordinal);

    [Fact]
    public void Texts_DoNotDependOnTheCulture()
    {
        EvaluationReport report = Tallied.Logistic((0, -1), (1, 2), (1, -3), (0, 0.5f));
        (string text, string json) = (report.ToString(), report.ToJson());
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "−" } };
            Assert.Equal(text, report.ToString());
            Assert.Equal(json, report.ToJson());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static float[] Logits(params double[] probabilities) => [.. probabilities.Select(probability => (float)Math.Log(probability))];
}

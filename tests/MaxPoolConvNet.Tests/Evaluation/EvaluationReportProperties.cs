using CsCheck;
using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tests;

public class EvaluationReportProperties
{
    private static readonly Gen<(int Label, float[] Logits)[]> _texts =
        Gen.Select(Gen.Int[0, 3], Gen.Float[-8, 8].Array[4]).Array[1, 60];

    private static readonly Gen<(int Label, float Logit)[]> _twoClasses =
        Gen.Select(Gen.Int[0, 1], Gen.Int[-20, 20].Select(logit => logit / 4f)).Array[1, 60];

    [Fact]
    public void MicroAverages_AreTheAccuracy() => _texts.Sample(texts =>
    {
        EvaluationReport report = Tallied.Softmax(4, texts);
        Assert.Equal((report.Accuracy, report.Accuracy, report.Accuracy), report.MicroAverage.Figures());
    });

    [Fact]
    public void Figures_AreWithinTheirRanges() => _texts.Sample(texts =>
    {
        EvaluationReport report = Tallied.Softmax(4, texts);
        Assert.All(report.Classes, one => Assert.All([one.Precision, one.Recall, one.F1], figure => Assert.InRange(figure, 0, 1)));
        Assert.Equal(texts.Length, report.Classes.Sum(one => one.Support));
        Assert.InRange(report.ExpectedCalibrationError, 0, 1);
        Assert.True(report.Loss >= 0);
        Assert.Null(report.AreaUnderRocCurve);
    });

    [Fact]
    public void PermutedTexts_ChangeNothing() => Gen.Select(_twoClasses, Gen.ULong).Sample((texts, seed) =>
    {
        EvaluationReport report = Tallied.Logistic(texts);
        new CounterRandom(seed).Shuffle<(int, float)>(texts);
        EvaluationReport permuted = Tallied.Logistic(texts);

        Assert.Equal(report.Classes.Select(one => one.Figures()), permuted.Classes.Select(one => one.Figures()));
        Assert.Equal(report.AreaUnderRocCurve, permuted.AreaUnderRocCurve);

        // sums, which another order rounds otherwise
        Assert.Equal(report.Loss, permuted.Loss, 1e-12);
        Assert.Equal(report.ExpectedCalibrationError, permuted.ExpectedCalibrationError, 1e-12);
    });

    [Fact]
    public void SwappedClasses_SwapTheirFiguresAndKeepTheOthers() => _twoClasses.Select(texts => texts.Where(text => text.Logit != 0).ToArray())
        .Where(texts => texts.Length > 0).Sample(texts =>
        {
            EvaluationReport report = Tallied.Logistic(texts);
            EvaluationReport swapped = Tallied.Logistic(texts.Select(text => (1 - text.Label, -text.Logit)));

            Assert.Equal(report.Classes.Reverse().Select(one => (one.Precision, one.Recall, one.F1)), swapped.Classes.Select(one => (one.Precision, one.Recall, one.F1)));
            Assert.Equal(report.Accuracy, swapped.Accuracy);
            Assert.Equal(report.AreaUnderRocCurve, swapped.AreaUnderRocCurve);
            Assert.Equal(report.Loss, swapped.Loss, 1e-12);
            Assert.Equal(report.ExpectedCalibrationError, swapped.ExpectedCalibrationError, 1e-12);
        });

    [Fact]
    public void ASoftmaxOfTwoClasses_ReportsWhatTheLogisticOutputReports() => _twoClasses.Sample(texts =>
    {
        EvaluationReport logistic = Tallied.Logistic(texts);
        EvaluationReport softmax = Tallied.Softmax(2, texts.Select(text => (text.Label, new[] { 1 - text.Logit, 1f })));

        Assert.Equal(logistic.Classes.Select(one => one.Figures()), softmax.Classes.Select(one => one.Figures()));
        Assert.Equal(logistic.AreaUnderRocCurve, softmax.AreaUnderRocCurve);
        Assert.Equal(logistic.Loss, softmax.Loss, 1e-5);
    });
}

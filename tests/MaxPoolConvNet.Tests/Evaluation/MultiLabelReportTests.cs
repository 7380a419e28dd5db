using System.Text.Json;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

/// <summary>Figures of four texts with the labels a, b and c, computed by hand.</summary>
public class MultiLabelReportTests
{
    private const float Sure = 2;

    // found / true: ab / ab, a / ab, c / (none), (none) / c: a 2, 2, 2; b 1, 1, 2; c 0, 1, 1 (hits, predicted, actual)
    private static readonly EvaluationReport _report = Report(
        (Target.OfClasses(0, 1), [Sure, Sure, -Sure]),
        (Target.OfClasses(0, 1), [Sure, -Sure, -Sure]),
        (Target.OfClasses(), [-Sure, -Sure, Sure]),
        (Target.OfClasses(2), [-Sure, -Sure, -Sure]));

    [Fact]
    public void Accuracy_IsThePartOfExactSets() => Assert.Equal((4, 1, 0.25), (_report.TextCount, _report.CorrectCount, _report.Accuracy));

    [Fact]
    public void Classes_AreOfEachLabelsOwnDecisions() =>
        Assert.Equal(
            [("a", 1, 1, 1, 2), ("b", 1, 0.5, 2.0 / 3, 2), ("c", 0, 0, 0, 1)], _report.Classes.Select(one => one.Figures()));

    [Fact]
    public void Averages_AreOfLabelsAndOfAllDecisions()
    {
        Assert.Equal((2.0 / 3, 0.5, (1 + (2.0 / 3)) / 3), _report.MacroAverage.Figures());
        Assert.Equal((3.0 / 4, 3.0 / 5, 2.0 * 3 / (4 + 5)), _report.MicroAverage.Figures());
    }

    [Fact]
    public void LossAndCalibration_AreOfAllLabels()
    {
        double right = Math.Log(1 + Math.Exp(-2));
        double wrong = Math.Log(1 + Math.Exp(2));
        double sure = 1 / (1 + Math.Exp(-2));

        Assert.Equal(((9 * right) + (3 * wrong)) / 4, _report.Loss, 1e-6);
        Assert.Equal(Math.Abs(sure - (9.0 / 12)), _report.ExpectedCalibrationError, 1e-6);
    }

    // a, a and b were right, c wasn't
    [Fact]
    public void Acceptance_IsOfPredictedLabels()
    {
        RiskCoveragePoint all = Assert.Single(_report.RiskCoverage);
        Assert.Equal((1, 0.25), (all.Coverage, all.ErrorRate));
    }

    [Fact]
    public void WhatMeansNothing_IsNull()
    {
        Assert.Null(_report.Confusion);
        Assert.Null(_report.AreaUnderRocCurve);
        using var json = JsonDocument.Parse(_report.ToJson());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("confusion").ValueKind);
        Assert.Equal(4, json.RootElement.GetProperty("texts").GetInt32());
        Assert.Equal(0.25, json.RootElement.GetProperty("accuracy").GetDouble());
        Assert.Equal(3, json.RootElement.GetProperty("classes").GetArrayLength());
    }

    [Fact]
    public void ToString_ShowsTheTable()
    {
        string[] lines = _report.ToString().Split(Environment.NewLine);

        Assert.Equal("accuracy 0.2500 (1 of 4 texts)", lines[0]);
        Assert.Equal("micro average     0.7500  0.6000  0.6667        5", lines[6]);
        Assert.Equal("loss 1.8808, expected calibration error 0.1308", lines[7]);
    }

    [Fact]
    public void AProbabilityOfOneHalf_Applies() =>
        Assert.Equal(1, Report((Target.OfClasses(0, 1, 2), [0, 0, 0])).Accuracy);

    [Fact]
    public void ATextOfAnUnknownLabel_IsNamed()
    {
        TextClassifier classifier = TextClassifier.Train(TagTexts.Make(8), TrainingCalls.Small, cancellationToken: TestContext.Current.CancellationToken);

        EvaluationReport report = classifier.Evaluate([new LabeledText([], "x"), new(["blue", "pink"], "x")]);

        Assert.Equal(["pink"], report.UnseenLabels);
        Assert.Equal(1, report.UnseenTextCount);
        Assert.Equal(["blue", "green", "red", "pink"], report.Classes.Select(one => one.Label));
    }

    [Fact]
    public void SeveralLabelsForAClassifierOfOneEach_AreNamed()
    {
        Assert.Equal(
            "test text 1 has 2 labels ('negative', 'positive'); one was expected, as in training",
            Assert.Throws<ArgumentException>(() => SmallClassifier.ByHand.Evaluate([new LabeledText(["positive", "negative"], "x")])).Message);
        Assert.Equal(
            "test text 1 has no label; one was expected, as in training",
            Assert.Throws<ArgumentException>(() => SmallClassifier.ByHand.Evaluate([new LabeledText([], "x")])).Message);
    }

    private static EvaluationReport Report(params (Target Target, float[] Logits)[] texts)
    {
        var tally = new EvaluationTally(["a", "b", "c"], [], MultiLabelOutputFunction<float>.Instance);
        foreach ((Target target, float[] logits) in texts)
            tally.Add(logits, new TrueLabels(target, []));
        return tally.ToReport();
    }
}

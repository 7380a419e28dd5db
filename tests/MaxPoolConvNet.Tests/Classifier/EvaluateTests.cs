using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

public class EvaluateTests
{
    private static readonly TextClassifier _classifier = SmallClassifier.ByHand;

    [Fact]
    public void TextsAreCountedByTheirLabelAndWhatTheyWereRecognizedAs()
    {
        EvaluationReport report = _classifier.Evaluate(
        [
            new("positive", "good"), new("positive", "so good"), new("positive", "good, good"), new("positive", "bad"),
            new("negative", "bad"), new("negative", "good"), new("negative", "bad good"), new("negative", ""),
        ]);

        Assert.Equal(["negative", "positive"], report.Confusion!.Labels);
        Assert.Equal((2, 2), (report.Confusion![0, 0], report.Confusion![0, 1]));
        Assert.Equal((1, 3), (report.Confusion![1, 0], report.Confusion![1, 1]));
        Assert.Equal((8, 5), (report.Confusion!.TextCount, report.Confusion!.CorrectCount));
        Assert.Equal(5.0 / 8, report.Accuracy);
    }

    [Fact]
    public void TheLossIsTheMeanOfTheNegativeLogLikelihood()
    {
        double logit = 2 * Math.Tanh(1);
        double right = Math.Log(1 + Math.Exp(-logit));
        double wrong = Math.Log(1 + Math.Exp(logit));

        EvaluationReport report = _classifier.Evaluate([new("positive", "good"), new("positive", "bad"), new("negative", "bad"), new("negative", "")]);

        Assert.Equal((right + wrong + right + Math.Log(2)) / 4, report.Loss, 1e-6);
    }

    [Fact]
    public void TheCalibrationErrorIsOfThePredictedLabelsProbability()
    {
        // "good" and "bad" both have σ(2·tanh(1)) for what they are taken for: 3 of 4 were right
        double probability = 1 / (1 + Math.Exp(-2 * Math.Tanh(1)));

        EvaluationReport report = _classifier.Evaluate([new("positive", "good"), new("positive", "bad"), new("negative", "bad"), new("negative", "bad")]);

        Assert.Equal(Math.Abs(probability - 0.75), report.ExpectedCalibrationError, 1e-6);
    }

    [Fact]
    public void TheAreaUnderTheRocCurveIsThatOfThePairsOfTexts()
    {
        // "good" over "" and over "bad", "" tied with "" and over "bad": 3.5 of 4 pairs
        EvaluationReport report = _classifier.Evaluate([new("positive", "good"), new("negative", ""), new("positive", ""), new("negative", "bad")]);

        Assert.Equal(3.5 / 4, report.AreaUnderRocCurve);
    }

    [Fact]
    public void ALabelThatIsMissingAmongTheTextsHasAnEmptyRow()
    {
        EvaluationReport report = _classifier.Evaluate([new("positive", "good"), new("positive", "bad")]);

        Assert.Equal((0, 0), (report.Confusion![0, 0], report.Confusion![0, 1]));
        Assert.Equal(0.5, report.Accuracy);
        Assert.Equal(("negative", 0, 0, 0, 0), report.Classes[0].Figures());
        Assert.Null(report.AreaUnderRocCurve);
    }

    [Fact]
    public void WhatCannotBeEvaluatedIsNamed()
    {
        LabeledText good = new("positive", "good");

        AssertError("there are no texts to evaluate on (Parameter 'texts')");
        AssertError("text 2 of 2 is null (Parameter 'texts')", good, null!);
        AssertError("text 1 of 1 has a label, but its text is null (Parameter 'texts')", new LabeledText("positive", null!));
        AssertError("text 1 of 1 has no label: it is null (Parameter 'texts')", new LabeledText(null!, "good"));
        Assert.Equal("texts", Assert.Throws<ArgumentNullException>(() => _classifier.Evaluate(null!)).ParamName);
    }

    private static void AssertError(string message, params LabeledText[] texts) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => _classifier.Evaluate(texts)).Message);
}

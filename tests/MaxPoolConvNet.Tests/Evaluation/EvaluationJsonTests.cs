using System.Text.Json;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

public class EvaluationJsonTests
{
    [Fact]
    public void AllFigures_AreThoseOfTheReport()
    {
        EvaluationReport report = Tallied.Logistic((0, -1), (1, 2), (1, -3), (0, 0.5f), (1, 0.3f));

        JsonElement json = Parse(report);

        Assert.Equal(
            ["texts", "accuracy", "unseenLabels", "unseenTexts", "loss", "expectedCalibrationError", "calibration", "riskCoverage", "areaUnderRiskCoverageCurve", "promises", "areaUnderRocCurve", "classes", "macroAverage", "microAverage", "confusion"],
            json.EnumerateObject().Select(field => field.Name));
        Assert.Equal(5, json.GetProperty("texts").GetInt32());
        Assert.Equal(report.Accuracy, json.GetProperty("accuracy").GetDouble());
        Assert.Equal(report.Loss, json.GetProperty("loss").GetDouble());
        Assert.Equal(report.ExpectedCalibrationError, json.GetProperty("expectedCalibrationError").GetDouble());
        Assert.Equal(report.AreaUnderRocCurve, json.GetProperty("areaUnderRocCurve").GetDouble());
        Assert.Equal(report.MacroAverage.Figures(), Average(json.GetProperty("macroAverage")));
        Assert.Equal(report.MicroAverage.Figures(), Average(json.GetProperty("microAverage")));
        Assert.Equal(report.Classes.Select(one => one.Figures()), json.GetProperty("classes").EnumerateArray().Select(Class));
        Assert.Equal(report.Calibration.Select(bin => bin.Figures()), json.GetProperty("calibration").EnumerateArray().Select(Bin));
    }

    [Fact]
    public void RiskCoverage_AndPromises_AreThoseOfTheReport()
    {
        EvaluationReport report = Promised.One.Evaluate([new("positive", "good"), new("negative", "good"), new("negative", "bad"), new("negative", "dull")]);

        JsonElement json = Parse(report);

        Assert.Equal(
            report.RiskCoverage.Select(point => (point.MinimumProbability, point.Coverage, point.ErrorRate)),
            json.GetProperty("riskCoverage").EnumerateArray().Select(point =>
                (point.GetProperty("minimumProbability").GetDouble(), point.GetProperty("coverage").GetDouble(), point.GetProperty("errorRate").GetDouble())));
        Assert.Equal(2, report.RiskCoverage.Length);
        Assert.Equal(report.AreaUnderRiskCoverageCurve, json.GetProperty("areaUnderRiskCoverageCurve").GetDouble());
        Assert.Equal(
            [(0.05, 3, 1, 0.75, 1.0 / 3), (0.1, 3, 1, 0.75, 1.0 / 3)],
            json.GetProperty("promises").EnumerateArray().Select(promise => (
                promise.GetProperty("maximumErrorRate").GetDouble(), promise.GetProperty("accepted").GetInt32(), promise.GetProperty("wrong").GetInt32(),
                promise.GetProperty("coverage").GetDouble(), promise.GetProperty("errorRate").GetDouble())));
    }

    [Fact]
    public void Confusion_HasThePairsThatOccur()
    {
        JsonElement json = Parse(Tallied.Counts(new[,] { { 5, 1, 0 }, { 2, 3, 1 }, { 0, 4, 4 } }));

        Assert.Equal(
            [("a", "a", 5), ("a", "b", 1), ("b", "a", 2), ("b", "b", 3), ("b", "c", 1), ("c", "b", 4), ("c", "c", 4)],
            json.GetProperty("confusion").EnumerateArray().Select(pair =>
                (pair.GetProperty("actual").GetString()!, pair.GetProperty("predicted").GetString()!, pair.GetProperty("texts").GetInt32())));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("areaUnderRocCurve").ValueKind);
    }

    [Fact]
    public void Labels_AreEscaped()
    {
        string[] labels = ["\"\\\n\t", "ß🎬"];
        var classifier = new TextClassifier(
            SmallClassifier.ByHand.ToConvNet(), SmallClassifier.ByHand.Vocabulary, SmallClassifier.ByHand.Tokenizer, labels);

        JsonElement json = Parse(classifier.Evaluate([new LabeledText("ß🎬", "good")]));

        Assert.Equal(labels, json.GetProperty("classes").EnumerateArray().Select(one => one.GetProperty("label").GetString()));
    }

    [Fact]
    public void AFigureThatIsNoNumber_IsAnError()
    {
        LabelCounts counts = Tallied.LabelCounts(new[,] { { 1, 0 }, { 0, 0 } });

        Assert.Throws<ArgumentException>(() => new EvaluationReport(counts) { Loss = double.NaN }.ToJson());
        Assert.Throws<ArgumentException>(() => new EvaluationReport(counts) { Loss = double.PositiveInfinity }.ToJson());
    }

    [Fact]
    public void LabelsThatTrainingDidntHave_AreNamed()
    {
        JsonElement some = Parse(SmallClassifier.ByHand.Evaluate([new LabeledText("positive", "good"), new LabeledText("odd", "good")]));
        JsonElement all = Parse(SmallClassifier.ByHand.Evaluate([new LabeledText("odd", "good")]));

        Assert.Equal(["odd"], some.GetProperty("unseenLabels").EnumerateArray().Select(label => label.GetString()));
        Assert.Equal((1, 0.5), (some.GetProperty("unseenTexts").GetInt32(), some.GetProperty("accuracy").GetDouble()));
        Assert.Equal((JsonValueKind.Number, JsonValueKind.Null), (some.GetProperty("loss").ValueKind, all.GetProperty("loss").ValueKind));
    }

    private static JsonElement Parse(EvaluationReport report)
    {
        using var document = JsonDocument.Parse(report.ToJson());
        return document.RootElement.Clone();
    }

    private static (string Label, double Precision, double Recall, double F1, int Support) Class(JsonElement json)
    {
        (double precision, double recall, double f1) = Average(json);
        return (json.GetProperty("label").GetString()!, precision, recall, f1, json.GetProperty("support").GetInt32());
    }

    private static (double Lower, double Upper, int TextCount, double? MeanProbability, double? Accuracy) Bin(JsonElement json)
    {
        double? Figure(string name) => json.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
        return (
            json.GetProperty("lower").GetDouble(), json.GetProperty("upper").GetDouble(), json.GetProperty("texts").GetInt32(), Figure("meanProbability"), Figure("accuracy"));
    }

    private static (double Precision, double Recall, double F1) Average(JsonElement json) =>
        (json.GetProperty("precision").GetDouble(), json.GetProperty("recall").GetDouble(), json.GetProperty("f1").GetDouble());
}

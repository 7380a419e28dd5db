using System.Text.Json;
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
            ["texts", "accuracy", "loss", "expectedCalibrationError", "calibration", "areaUnderRocCurve", "classes", "macroAverage", "microAverage", "confusion"],
            json.EnumerateObject().Select(field => field.Name));
        Assert.Equal(5, json.GetProperty("texts").GetInt32());
        Assert.Equal(report.Accuracy, json.GetProperty("accuracy").GetDouble());
        Assert.Equal(report.Loss, json.GetProperty("loss").GetDouble());
        Assert.Equal(report.ExpectedCalibrationError, json.GetProperty("expectedCalibrationError").GetDouble());
        Assert.Equal(report.AreaUnderRocCurve, json.GetProperty("areaUnderRocCurve").GetDouble());
        Assert.Equal(report.MacroAverage, Average(json.GetProperty("macroAverage")));
        Assert.Equal(report.MicroAverage, Average(json.GetProperty("microAverage")));
        Assert.Equal(report.Classes, json.GetProperty("classes").EnumerateArray().Select(Class));
        Assert.Equal(report.Calibration, json.GetProperty("calibration").EnumerateArray().Select(Bin));
    }

    [Fact]
    public void Confusion_HasARowForEachActualLabel()
    {
        JsonElement json = Parse(Tallied.Counts(new[,] { { 5, 1, 0 }, { 2, 3, 1 }, { 0, 4, 4 } }));

        Assert.Equal(
            [[5, 1, 0], [2, 3, 1], [0, 4, 4]],
            json.GetProperty("confusion").EnumerateArray().Select(row => row.EnumerateArray().Select(count => count.GetInt32()).ToArray()));
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
        EvaluationReport report = Tallied.Logistic((0, -1));

        Assert.Throws<ArgumentException>(() => (report with { Loss = double.NaN }).ToJson());
        Assert.Throws<ArgumentException>(() => (report with { Loss = double.PositiveInfinity }).ToJson());
    }

    private static JsonElement Parse(EvaluationReport report)
    {
        using var document = JsonDocument.Parse(report.ToJson());
        return document.RootElement.Clone();
    }

    private static ClassReport Class(JsonElement json)
    {
        (double precision, double recall, double f1) = Average(json);
        return new ClassReport(json.GetProperty("label").GetString()!, precision, recall, f1, json.GetProperty("support").GetInt32());
    }

    private static CalibrationBin Bin(JsonElement json)
    {
        double? Figure(string name) => json.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
        return new CalibrationBin(
            json.GetProperty("lower").GetDouble(), json.GetProperty("upper").GetDouble(), json.GetProperty("texts").GetInt32(), Figure("meanProbability"), Figure("accuracy"));
    }

    private static AverageReport Average(JsonElement json) =>
        new(json.GetProperty("precision").GetDouble(), json.GetProperty("recall").GetDouble(), json.GetProperty("f1").GetDouble());
}

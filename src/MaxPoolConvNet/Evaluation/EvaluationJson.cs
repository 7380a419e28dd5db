using System.Text;
using System.Text.Json;

namespace MaxPoolConvNet.Evaluation;

/// <summary>An <see cref="EvaluationReport"/> as JSON.</summary>
internal static class EvaluationJson
{
    // the same lines on every system
    private static readonly JsonWriterOptions _options = new() { Indented = true, NewLine = "\n" };

    public static string Of(EvaluationReport report)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, _options))
        {
            json.WriteStartObject();
            json.WriteNumber("texts", report.TextCount);
            json.WriteNumber("accuracy", report.Accuracy);
            WriteUnseen(json, report);
            WriteNumberOrNull(json, "loss", report.UnseenTextCount == report.TextCount && double.IsNaN(report.Loss) ? null : report.Loss);
            json.WriteNumber("expectedCalibrationError", report.ExpectedCalibrationError);
            WriteCalibration(json, report);
            WriteRiskCoverage(json, report);
            WriteNumberOrNull(json, "areaUnderRiskCoverageCurve", report.AreaUnderRiskCoverageCurve);
            WritePromises(json, report);
            WriteNumberOrNull(json, "areaUnderRocCurve", report.AreaUnderRocCurve);
            WriteClasses(json, report);
            WriteAverage(json, "macroAverage", report.MacroAverage);
            WriteAverage(json, "microAverage", report.MicroAverage);
            WriteConfusion(json, report.Confusion);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteUnseen(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteStartArray("unseenLabels");
        foreach (string label in report.UnseenLabels)
            json.WriteStringValue(label);
        json.WriteEndArray();
        json.WriteNumber("unseenTexts", report.UnseenTextCount);
    }

    private static void WriteCalibration(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteStartArray("calibration");
        foreach (CalibrationBin bin in report.Calibration)
        {
            json.WriteStartObject();
            json.WriteNumber("lower", bin.Lower);
            json.WriteNumber("upper", bin.Upper);
            json.WriteNumber("texts", bin.TextCount);
            WriteNumberOrNull(json, "meanProbability", bin.MeanProbability);
            WriteNumberOrNull(json, "accuracy", bin.Accuracy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRiskCoverage(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteStartArray("riskCoverage");
        foreach (RiskCoveragePoint point in report.RiskCoverage)
        {
            json.WriteStartObject();
            json.WriteNumber("minimumProbability", point.MinimumProbability);
            json.WriteNumber("coverage", point.Coverage);
            json.WriteNumber("errorRate", point.ErrorRate);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePromises(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteStartArray("promises");
        foreach (PromiseReport promise in report.Promises)
        {
            json.WriteStartObject();
            json.WriteNumber("maximumErrorRate", promise.MaximumErrorRate);
            json.WriteNumber("accepted", promise.AcceptedCount);
            json.WriteNumber("wrong", promise.WrongCount);
            json.WriteNumber("coverage", promise.Coverage);
            WriteNumberOrNull(json, "errorRate", promise.ErrorRate);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumberOrNull(Utf8JsonWriter json, string name, double? number)
    {
        if (number is double value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    private static void WriteClasses(Utf8JsonWriter json, EvaluationReport report)
    {
        json.WriteStartArray("classes");
        foreach (ClassReport one in report.Classes)
        {
            json.WriteStartObject();
            json.WriteString("label", one.Label);
            WriteScores(json, one.Precision, one.Recall, one.F1);
            json.WriteNumber("support", one.Support);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAverage(Utf8JsonWriter json, string name, AverageReport average)
    {
        json.WriteStartObject(name);
        WriteScores(json, average.Precision, average.Recall, average.F1);
        json.WriteEndObject();
    }

    private static void WriteScores(Utf8JsonWriter json, double precision, double recall, double f1)
    {
        json.WriteNumber("precision", precision);
        json.WriteNumber("recall", recall);
        json.WriteNumber("f1", f1);
    }

    private static void WriteConfusion(Utf8JsonWriter json, ConfusionMatrix? confusion)
    {
        if (confusion is null)
        {
            json.WriteNull("confusion");
            return;
        }

        json.WriteStartArray("confusion");
        foreach (ConfusionEntry entry in confusion.Entries)
        {
            json.WriteStartObject();
            json.WriteString("actual", entry.Actual);
            json.WriteString("predicted", entry.Predicted);
            json.WriteNumber("texts", entry.TextCount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}

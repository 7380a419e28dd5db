using System.Text.Json.Nodes;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>How a classifier was calibrated, as a line or JSON.</summary>
internal static class CalibrationResult
{
    public static string Line(CalibrationReport report)
    {
        string how = report.Temperature is { } temperature
            ? FormattableString.Invariant($"with a temperature of {temperature:F2}")
            : "label by label";
        string error = FormattableString.Invariant($"{report.CalibrationErrorBefore:F3} before, {report.CalibrationErrorAfter:F3} after");
        string loss = FormattableString.Invariant($"{report.LossBefore:F4} before, {report.LossAfter:F4} after");
        return $"calibrated {how} on {report.TextCount} out-of-fold predictions: calibration error {error}; log-loss {loss}";
    }

    public static JsonObject? ToJson(CalibrationReport? report) => report is null ? null : new()
    {
        ["temperature"] = report.Temperature,
        ["slopes"] = JsonResult.ArrayOf(report.Slopes, slope => (JsonNode)slope),
        ["offsets"] = JsonResult.ArrayOf(report.Offsets, offset => (JsonNode)offset),
        ["texts"] = report.TextCount,
        ["lossBefore"] = report.LossBefore,
        ["lossAfter"] = report.LossAfter,
        ["calibrationErrorBefore"] = report.CalibrationErrorBefore,
        ["calibrationErrorAfter"] = report.CalibrationErrorAfter,
    };
}

using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Storage;

/// <summary>The report of a calibrated classifier as JSON in the metadata.</summary>
internal static class StoredCalibration
{
    private const string Temperature = "temperature";
    private const string Slopes = "slopes";
    private const string Offsets = "offsets";
    private const string Texts = "texts";
    private const string LossBefore = "lossBefore";
    private const string LossAfter = "lossAfter";
    private const string ErrorBefore = "errorBefore";
    private const string ErrorAfter = "errorAfter";

    public static string ToJson(CalibrationReport report)
    {
        var json = new JsonObject();
        if (report.Temperature is { } temperature)
        {
            json[Temperature] = temperature;
        }
        else
        {
            json[Slopes] = ArrayOf(report.Slopes);
            json[Offsets] = ArrayOf(report.Offsets);
        }

        json[Texts] = report.TextCount;
        json[LossBefore] = report.LossBefore;
        json[LossAfter] = report.LossAfter;
        json[ErrorBefore] = report.CalibrationErrorBefore;
        json[ErrorAfter] = report.CalibrationErrorAfter;
        return json.ToJsonString();
    }

    /// <exception cref="InvalidDataException">It isn't the report of such an output.</exception>
    public static CalibrationReport Parse(string json, OutputWeights<float> output)
    {
        JsonFields fields = JsonFields.Parse(json, ModelMetadata.Calibration);
        bool several = output.Function.HasSeveralLabels;
        double? temperature = several ? null : fields.Number(Temperature);
        OutputCalibration calibration = temperature is { } divisor
            ? OutputCalibration.OfTemperature(divisor)
            : new OutputCalibration(fields.List<double>(Slopes), fields.List<double>(Offsets));
        int offsets = several && output.Bias is not null ? output.Logits : 0;
        if (calibration.Slopes.Length != (several ? output.Logits : 1) || calibration.Offsets.Length != offsets)
        {
            throw new InvalidDataException(
                $"'{ModelMetadata.Calibration}' has {calibration.Slopes.Length} slopes and {calibration.Offsets.Length} offsets; "
                + $"{output.Logits} and {offsets} were expected");
        }

        if (!calibration.Slopes.All(slope => slope > 0 && double.IsFinite(slope)))
            throw new InvalidDataException($"'{ModelMetadata.Calibration}' has a temperature or slope that isn't a number above 0");
        if (!calibration.Offsets.All(double.IsFinite))
            throw new InvalidDataException($"'{ModelMetadata.Calibration}' has an offset that isn't a number");
        int texts = fields.Integer(Texts);
        if (texts < 1) throw new InvalidDataException($"'{ModelMetadata.Calibration}' has {texts} {Texts}; at least 1 was expected");
        return new CalibrationReport(temperature, calibration, texts)
        {
            LossBefore = fields.Number(LossBefore),
            LossAfter = fields.Number(LossAfter),
            CalibrationErrorBefore = fields.Number(ErrorBefore),
            CalibrationErrorAfter = fields.Number(ErrorAfter),
        };
    }

    private static JsonArray ArrayOf(ImmutableArray<double> numbers) =>
        new([.. numbers.Select(number => JsonValue.Create(number))]);
}

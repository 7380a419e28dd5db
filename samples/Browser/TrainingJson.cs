using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Samples.Browser;

/// <summary>How a training went, and its figures, as JSON.</summary>
internal static class TrainingJson
{
    public static string Of(LabeledTexts texts, TextSplit split, TrainingResult result, EvaluationReport? report) => JsonText.Of(json =>
    {
        json.WriteNumber("trainingTextCount", split.Training.Count);
        json.WriteNumber("heldOutTextCount", split.HeldOut.Count);
        json.WriteNumber("skippedTextCount", texts.SkippedCount);
        json.WriteNumber("seconds", result.TrainingTime.TotalSeconds);
        json.WriteString("form", texts.Form.ToString());
        json.WriteString("doubt", texts.Doubt);
        json.WriteString("uncalibratedReason", result.UncalibratedReason);
        json.WritePropertyName("figures");
        if (report is null) json.WriteNullValue();
        else json.WriteRawValue(report.ToJson());
    });
}

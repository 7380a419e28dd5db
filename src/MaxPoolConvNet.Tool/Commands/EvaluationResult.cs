using System.Text.Json.Nodes;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Prints an evaluation, or returns it as JSON.</summary>
internal static class EvaluationResult
{
    /// <summary>A larger matrix is too wide for a screen.</summary>
    private const int MostLabelsShown = 12;

    public static void Print(ToolConsole console, EvaluationReport report)
    {
        console.Print($"{report}");
        Print(console, report.Confusion);
    }

    public static void Print(ToolConsole console, ConfusionMatrix? confusion)
    {
        if (confusion is { Labels.Length: <= MostLabelsShown }) console.Print($"\n{confusion}");
    }

    public static JsonObject ToJson(EvaluationReport report) => JsonNode.Parse(report.ToJson())!.AsObject();
}

using System.Text.Json;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Converts an explanation to JSON.</summary>
internal static class ExplanationJson
{
    private static readonly JsonSerializerOptions _options = new() { Encoder = JsonResult.Encoder };

    /// <summary>The explanation as JSON on one line.</summary>
    public static string ToLine(Explanation explanation) => new JsonObject
    {
        ["label"] = explanation.Label,
        ["probability"] = explanation.Probability,
        ["logit"] = explanation.Logit,
        ["bias"] = explanation.Bias,
        ["paddingContribution"] = explanation.PaddingContribution,
        ["text"] = explanation.Text,
        ["words"] = JsonResult.ArrayOf(explanation.Words, word => new JsonObject
        {
            ["start"] = word.Start,
            ["length"] = word.Length,
            ["text"] = word.Text,
            ["contribution"] = word.Contribution,
        }),
        ["windows"] = JsonResult.ArrayOf(explanation.Windows, window => new JsonObject
        {
            ["start"] = window.Start,
            ["length"] = window.Length,
            ["text"] = window.Text,
            ["width"] = window.Width,
            ["filters"] = window.FilterCount,
            ["contribution"] = window.Contribution,
        }),
    }.ToJsonString(_options);
}

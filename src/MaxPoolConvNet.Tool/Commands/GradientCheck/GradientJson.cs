using System.Text.Json.Nodes;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>A gradient check for programs.</summary>
internal static class GradientJson
{
    public static JsonObject ToJson(GradientReport report) => new()
    {
        ["passed"] = report.Passed,
        ["twoRunsAgreed"] = report.TwoRunsAgreed,
        ["directionPassed"] = report.Direction.Passed,
        ["parameters"] = JsonResult.ArrayOf(report.Blocks, block => new JsonObject
        {
            ["name"] = block.Name,
            ["passed"] = block.Passed,
            ["entriesChecked"] = block.EntriesChecked,
            ["entriesAtKinks"] = block.EntriesAtKinks,
            ["entriesWrong"] = block.EntriesWrong,
            ["sumOfSquaredDifferences"] = block.SumOfSquaredDifferences,
            ["largestRelativeDifference"] = block.LargestRelativeDifference,
        }),
    };
}

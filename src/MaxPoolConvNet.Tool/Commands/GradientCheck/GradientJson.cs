using System.Text.Json.Nodes;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Commands;

/// <summary>Converts the report of a gradient check to JSON.</summary>
internal static class GradientJson
{
    public static JsonObject ToJson(GradientReport report) => new()
    {
        ["passed"] = report.HasPassed,
        ["twoRunsAgreed"] = report.IsDeterministic,
        ["directionPassed"] = report.Direction.HasPassed,
        ["parameters"] = JsonResult.ArrayOf(report.Blocks, block => new JsonObject
        {
            ["name"] = block.Name,
            ["passed"] = block.HasPassed,
            ["entriesChecked"] = block.CheckedEntryCount,
            ["entriesAtKinks"] = block.KinkEntryCount,
            ["entriesWrong"] = block.WrongEntryCount,
            ["sumOfSquaredDifferences"] = block.SumOfSquaredDifferences,
            ["largestRelativeDifference"] = block.LargestRelativeDifference,
        }),
    };
}

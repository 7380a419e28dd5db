using Microsoft.AspNetCore.Http.HttpResults;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Makes the answers to requests that can't be met: problem details (RFC 9457).</summary>
internal static class Problems
{
    public static ProblemHttpResult Bad(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "The request isn't valid.");

    public static ProblemHttpResult Conflict(Correction current) => TypedResults.Problem(
        $"Somebody labeled this text \"{current.Label}\" meanwhile. Look at that, and send \"seenVersion\": {current.Version} to change it.",
        statusCode: StatusCodes.Status409Conflict,
        title: "The text was corrected by somebody else.",
        extensions: new Dictionary<string, object?> { ["current"] = current });
}

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

    /// <summary>Adds what was expected to problems that come from no endpoint.</summary>
    public static void Explain(ProblemDetailsContext context)
    {
        HttpRequest request = context.HttpContext.Request;
        context.ProblemDetails.Detail ??= context.ProblemDetails.Status switch
        {
            StatusCodes.Status404NotFound => $"There is no {request.Path}; /openapi/v1.json has what there is.",
            StatusCodes.Status405MethodNotAllowed => $"{request.Method} doesn't suit {request.Path}; /openapi/v1.json has what does.",
            StatusCodes.Status415UnsupportedMediaType =>
                $"The content type is '{request.ContentType}'; 'application/json' was expected, for a file 'application/octet-stream'.",
            StatusCodes.Status500InternalServerError => "The app has a fault, which its log describes. Nothing that was answered is lost.",
            _ => null,
        };
    }
}

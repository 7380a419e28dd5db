using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Makes the answers to requests that can't be met: problem details (RFC 9457).</summary>
internal static class Problems
{
    public static ProblemHttpResult Bad(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "The request isn't valid.");

    /// <param name="current">The correction that the text has now; null if somebody else deleted it.</param>
    /// <param name="wish">What the sender wanted to do with it: a verb.</param>
    public static ProblemHttpResult Conflict(Correction? current, string wish) => TypedResults.Problem(
        current is null
            ? "Somebody deleted this text's correction meanwhile. Send \"seenVersion\": 0 to label it all the same."
            : $"Somebody labeled this text \"{current.Label}\" meanwhile. Look at that, and send \"seenVersion\": {current.Version} "
            + $"to {wish} it.",
        statusCode: StatusCodes.Status409Conflict,
        title: "The correction was changed by somebody else.",
        extensions: new Dictionary<string, object?> { ["current"] = current });

    /// <summary>Adds what was expected to problems that come from no endpoint.</summary>
    public static void Explain(ProblemDetailsContext context)
    {
        HttpRequest request = context.HttpContext.Request;
        context.ProblemDetails.Detail ??= context.ProblemDetails.Status switch
        {
            StatusCodes.Status404NotFound => $"There is no {request.Path}; /openapi/v1.json has what there is.",
            StatusCodes.Status405MethodNotAllowed => $"{request.Method} doesn't suit {request.Path}; /openapi/v1.json has what does.",
            StatusCodes.Status413PayloadTooLarge => TooLarge(context.HttpContext),
            StatusCodes.Status415UnsupportedMediaType =>
                $"The content type is '{request.ContentType}'; 'application/json' was expected, for a file 'application/octet-stream'.",
            StatusCodes.Status500InternalServerError => "The app has a fault, which its log describes. Nothing that was answered is lost.",
            _ => null,
        };
    }

    private static string TooLarge(HttpContext context)
    {
        // after an exception, the endpoint is no longer the context's own
        Endpoint? endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        long? most = endpoint?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize;
        return string.Create(
            CultureInfo.InvariantCulture, $"The body is too large; at most {most:N0} bytes were expected. Send it in parts.");
    }
}

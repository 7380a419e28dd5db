using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace MaxPoolConvNet.Samples.WebDemo;

/// <summary>Turns exceptions of requests into problem details.</summary>
internal sealed partial class ExceptionProblems(IProblemDetailsService problems, ILogger<ExceptionProblems> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        ProblemDetails? problem = exception switch
        {
            BadHttpRequestException bad => New(bad.StatusCode, "The request isn't valid.", Detail(bad)),
            CorrectionsUnavailableException =>
                New(StatusCodes.Status503ServiceUnavailable, "Corrections can't be stored now.", exception.Message),
            _ => null,
        };
        if (problem is null) return false; // a fault of the app: it is logged, and the answer is 500
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            Unavailable(exception.Message);
            httpContext.Response.Headers.RetryAfter = "5";
        }

        httpContext.Response.StatusCode = problem.Status!.Value;
        return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = httpContext, ProblemDetails = problem });
    }

    private static string? Detail(BadHttpRequestException problem) => problem switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => null, // see Problems.Explain
        { InnerException: JsonException json } => $"The body isn't the JSON that was expected: {json.Message}",
        _ => problem.Message,
    };

    private static ProblemDetails New(int status, string title, string? detail) =>
        new() { Status = status, Title = title, Detail = detail };

    [LoggerMessage(LogLevel.Error, "{Reason}")]
    private partial void Unavailable(string reason);
}

using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>
/// Healthy with a classifier whose last load succeeded, degraded where a reload failed and the older classifier serves, and unhealthy
/// without a classifier.
/// </summary>
internal sealed class TextClassifierHealthCheck(ITextClassifierService classifiers) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        TextClassifierStatus status = classifiers.Status;
        (HealthStatus health, string description) = (status.Current, status.LastFailure) switch
        {
            ({ } current, null) => (HealthStatus.Healthy, $"serves {current.Checksum}, loaded {Shown(current.LoadedAt)}"),
            ({ } current, { } failure) => (
                HealthStatus.Degraded, $"serves the older {current.Checksum}; {Shown(failure.At)} the new file failed: {failure.Message}"),
            (null, { } failure) => (
                context.Registration.FailureStatus, $"no model is loaded; {Shown(failure.At)} loading failed: {failure.Message}"),
            _ => (context.Registration.FailureStatus, $"no model is loaded from {status.Path} yet"),
        };
        return Task.FromResult(new HealthCheckResult(health, description, exception: null, Data(status))); // the log has its stack, once
    }

    private static Dictionary<string, object> Data(TextClassifierStatus status)
    {
        var data = new Dictionary<string, object> { ["path"] = status.Path };
        if (status.Current is { } current)
        {
            data["checksum"] = current.Checksum;
            data["loadedAt"] = current.LoadedAt;
        }

        if (status.LastFailure is { } failure)
        {
            data["lastFailure"] = failure.Message;
            data["lastFailureAt"] = failure.At;
        }

        return data;
    }

    private static string Shown(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

using MaxPoolConvNet.Extensions.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds health checks of text classifiers.</summary>
/// <remarks>
/// Healthy: the classifier serves. Degraded: the last reload failed, and the older classifier serves. Unhealthy: none is loaded. The data
/// are path, checksum and loadedAt, and after a failure lastFailure and lastFailureAt.
/// </remarks>
public static class TextClassifierHealthCheckExtensions
{
    /// <summary>Adds the health check "text-classifier" of the classifier without a key.</summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="tags">The check's tags; <see langword="null"/> for none.</param>
    /// <returns>The health checks.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is <see langword="null"/>.</exception>
    public static IHealthChecksBuilder AddTextClassifier(this IHealthChecksBuilder builder, IEnumerable<string>? tags = null) =>
        Add(builder, "", tags);

    /// <summary>Adds the health check "text-classifier:key" of the classifier with a key.</summary>
    /// <param name="builder">The health checks.</param>
    /// <param name="serviceKey">The key.</param>
    /// <param name="tags">The check's tags; <see langword="null"/> for none.</param>
    /// <returns>The health checks.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="serviceKey"/> is empty.</exception>
    public static IHealthChecksBuilder AddTextClassifier(
        this IHealthChecksBuilder builder, string serviceKey, IEnumerable<string>? tags = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceKey);
        return Add(builder, serviceKey, tags);
    }

    private static IHealthChecksBuilder Add(IHealthChecksBuilder builder, string key, IEnumerable<string>? tags)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            ClassifierName.HealthCheck(key),
            provider => new TextClassifierHealthCheck(
                provider.GetKeyedService<ReloadingClassifier>(key) ?? throw new InvalidOperationException(Missing(key))),
            failureStatus: null,
            tags));
    }

    private static string Missing(string key) => key.Length == 0
        ? "there is no text classifier to check; add it with services.AddTextClassifier(…)"
        : $"there is no text classifier \"{key}\" to check; add it with services.AddTextClassifier(\"{key}\", …)";
}

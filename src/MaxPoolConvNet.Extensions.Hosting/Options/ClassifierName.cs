namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>How a classifier is named in errors, the log, health checks and metrics, by its key; the unkeyed one has an empty
/// key.</summary>
internal static class ClassifierName
{
    /// <summary>Such as <c>text classifier "tickets"</c>.</summary>
    public static string Shown(string? key) => string.IsNullOrEmpty(key) ? "text classifier" : $"text classifier \"{key}\"";

    /// <summary>The value of the tag "classifier" of metrics.</summary>
    public static string Tag(string key) => key.Length == 0 ? "default" : key;

    public static string HealthCheck(string key) => key.Length == 0 ? "text-classifier" : $"text-classifier:{key}";
}

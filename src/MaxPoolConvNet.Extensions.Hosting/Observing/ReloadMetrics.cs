namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>Counts the reloads of one classifier by their result.</summary>
internal sealed class ReloadMetrics(TextClassifierMetrics metrics, string key)
{
    public const string Replaced = "replaced";
    public const string Unchanged = "unchanged";
    public const string Failed = "failed";

    private readonly KeyValuePair<string, object?> _classifier = new(TextClassifierMetrics.ClassifierTag, ClassifierName.Tag(key));

    public void Count(string result) => metrics.Reloads.Add(1, _classifier, new("result", result));
}

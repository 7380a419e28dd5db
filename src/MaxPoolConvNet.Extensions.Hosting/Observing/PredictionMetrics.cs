using System.Diagnostics.Metrics;

namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>Counts and times the predictions of one classifier. Allocates nothing.</summary>
internal sealed class PredictionMetrics(TextClassifierMetrics metrics, string key, TimeProvider time)
{
    private readonly KeyValuePair<string, object?> _classifier = new(TextClassifierMetrics.ClassifierTag, ClassifierName.Tag(key));

    /// <summary>Returns the time at which a prediction begins; 0 where nobody listens.</summary>
    public long Start() => Start(metrics.Duration);

    /// <param name="start">What <see cref="Start()"/> returned.</param>
    public void Stop(long start) => Stop(metrics.Duration, start);

    /// <summary>Returns the time at which the predictions of a list begin; 0 where nobody listens.</summary>
    public long StartList() => Start(metrics.ListDuration);

    /// <param name="start">What <see cref="StartList"/> returned.</param>
    public void StopList(long start) => Stop(metrics.ListDuration, start);

    /// <param name="label">The most probable label.</param>
    /// <param name="hasKnownWords">Whether the classifier knows a word of the text.</param>
    /// <param name="isBelow">Whether the label's probability is below the threshold.</param>
    public void Count(string label, bool hasKnownWords, bool isBelow)
    {
        metrics.Predictions.Add(1, _classifier, new(TextClassifierMetrics.LabelTag, label));
        if (!hasKnownWords) metrics.Unknown.Add(1, _classifier);
        if (isBelow) metrics.Rejected.Add(1, _classifier);
    }

    private long Start(Histogram<double> duration) => duration.Enabled ? time.GetTimestamp() : 0;

    private void Stop(Histogram<double> duration, long start)
    {
        if (start != 0) duration.Record(time.GetElapsedTime(start).TotalSeconds, _classifier);
    }
}

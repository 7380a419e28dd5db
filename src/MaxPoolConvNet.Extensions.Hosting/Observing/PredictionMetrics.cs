namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>Counts and times the predictions of one classifier. Allocates nothing.</summary>
internal sealed class PredictionMetrics(TextClassifierMetrics metrics, string key, TimeProvider time)
{
    private readonly KeyValuePair<string, object?> _classifier = new(TextClassifierMetrics.ClassifierTag, ClassifierName.Tag(key));

    /// <summary>Returns the time at which a prediction begins; 0 where nobody listens.</summary>
    public long Start() => metrics.Duration.Enabled ? time.GetTimestamp() : 0;

    /// <param name="start">What <see cref="Start"/> returned.</param>
    public void Stop(long start)
    {
        if (start != 0) metrics.Duration.Record(time.GetElapsedTime(start).TotalSeconds, _classifier);
    }

    /// <param name="prediction">The prediction.</param>
    /// <param name="isBelow">Whether it is below the threshold.</param>
    public void Count(Prediction prediction, bool isBelow)
    {
        metrics.Predictions.Add(1, _classifier, new("label", prediction.Label));
        if (!prediction.HasKnownWords) metrics.Unknown.Add(1, _classifier);
        if (isBelow) metrics.Rejected.Add(1, _classifier);
    }
}

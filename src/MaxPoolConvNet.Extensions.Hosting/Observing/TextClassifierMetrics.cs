using System.Diagnostics.Metrics;

namespace MaxPoolConvNet.Extensions.Hosting;

/// <summary>The instruments of the meter "MaxPoolConvNet", shared by all classifiers of a service.</summary>
internal sealed class TextClassifierMetrics : IDisposable
{
    public const string MeterName = "MaxPoolConvNet";
    public const string ClassifierTag = "classifier";
    public const string LabelTag = "label";

    private static readonly double[] _boundaries = [1e-6, 2e-6, 5e-6, 1e-5, 2e-5, 5e-5, 1e-4, 2e-4, 5e-4, 1e-3, 1e-2, 0.1];
    private static readonly double[] _boundariesOfLists = [1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 1e-2, 2e-2, 5e-2, 0.1, 0.2, 0.5, 1, 10, 100];

    private readonly Meter _meter;
    private readonly bool _isOwned;

    /// <param name="factory">Creates the meter and disposes of it; null where metrics weren't added to the services.</param>
    public TextClassifierMetrics(IMeterFactory? factory)
    {
        _isOwned = factory is null;
        _meter = factory?.Create(new MeterOptions(MeterName)) ?? new Meter(MeterName);
        Predictions = _meter.CreateCounter<long>("maxpoolconvnet.predictions", "{prediction}", "Predictions by label.");
        Unknown = _meter.CreateCounter<long>(
            "maxpoolconvnet.predictions.unknown", "{prediction}", "Predictions for texts without any word that the classifier knows.");
        Rejected = _meter.CreateCounter<long>(
            "maxpoolconvnet.predictions.rejected", "{prediction}", "Predictions below the threshold of the maximum error rate.");
        Duration = _meter.CreateHistogram(
            "maxpoolconvnet.prediction.duration",
            "s",
            "Time of a single prediction.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = _boundaries });
        ListDuration = _meter.CreateHistogram(
            "maxpoolconvnet.predictions.list.duration",
            "s",
            "Time of the predictions of a list of texts.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = _boundariesOfLists });
        Reloads = _meter.CreateCounter<long>(
            "maxpoolconvnet.reloads", "{reload}", "New files by result: replaced, unchanged (the model in use), failed.");
        _meter.CreateObservableGauge(
            "maxpoolconvnet.training.share", Shares.Measure, "1", "Fraction of the training texts that had a label.");
    }

    public Counter<long> Predictions { get; }

    public Counter<long> Unknown { get; }

    public Counter<long> Rejected { get; }

    public Histogram<double> Duration { get; }

    /// <summary>The time of a list.</summary>
    public Histogram<double> ListDuration { get; }

    public Counter<long> Reloads { get; }

    /// <summary>What the gauge of training shares measures.</summary>
    public TrainingShares Shares { get; } = new();

    public void Dispose()
    {
        if (_isOwned) _meter.Dispose();
    }
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace MaxPoolConvNet.Extensions.Hosting.Tests;

/// <summary>Listens to the meter of one service, not to those of other tests.</summary>
internal sealed class RecordedMetrics : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _counts = new();
    private readonly List<string> _gauges = [];

    public RecordedMetrics(IServiceProvider services)
    {
        var factory = services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name != "MaxPoolConvNet" || !ReferenceEquals(instrument.Meter.Scope, factory)) return;
            Instruments.Add(instrument.Name);
            listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) =>
        {
            if (instrument.IsObservable) _gauges.Add(FormattableString.Invariant($"{Name(instrument, tags)} {value}"));
            else Add(instrument, 1, tags);
        });
        _listener.Start();
    }

    public List<string> Instruments { get; } = [];

    /// <summary>The sums of the counters and the numbers of values of the histograms, such as "reloads{classifier=default,result=failed} 2".</summary>
    public string[] Counts => [.. _counts.Select(one => $"{one.Key} {one.Value}").Order(StringComparer.Ordinal)];

    /// <summary>The values of the gauges at this moment, such as "training.share{classifier=default,label=billing} 0.5".</summary>
    public string[] Gauges()
    {
        _gauges.Clear();
        _listener.RecordObservableInstruments();
        return [.. _gauges];
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _counts.AddOrUpdate(Name(instrument, tags), value, (_, before) => before + value);

    private static string Name(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string name = instrument.Name["maxpoolconvnet.".Length..] + "{";
        foreach (KeyValuePair<string, object?> tag in tags)
            name += $"{tag.Key}={tag.Value},";
        return name.TrimEnd(',') + "}";
    }
}

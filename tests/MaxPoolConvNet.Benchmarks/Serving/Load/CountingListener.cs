using System.Diagnostics.Metrics;

namespace MaxPoolConvNet.Benchmarks.Serving;

/// <summary>Listens to the package's metrics as an exporter does, and adds them up.</summary>
internal sealed class CountingListener : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _count;

    public CountingListener()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "MaxPoolConvNet") listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref _count, value));
        _listener.SetMeasurementEventCallback<double>((_, _, _, _) => Interlocked.Increment(ref _count));
        _listener.Start();
    }

    public void Dispose() => _listener.Dispose();
}

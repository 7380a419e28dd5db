namespace MaxPoolConvNet.Tool.Tests;

/// <summary>A clock that goes on when a test says so, and by a step each time somebody looks at it. Thread-safe.</summary>
internal sealed class ManualTime(TimeSpan step = default, Action? seen = null) : TimeProvider
{
    private long _timestamp = 1_000_000_000;

    public override long TimestampFrequency => 1_000_000;

    public override long GetTimestamp()
    {
        seen?.Invoke();
        return Interlocked.Add(ref _timestamp, Ticks(step));
    }

    public void Advance(TimeSpan time) => Interlocked.Add(ref _timestamp, Ticks(time));

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * TimestampFrequency);
}

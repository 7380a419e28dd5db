namespace MaxPoolConvNet.Tests;

/// <summary>A clock that goes on when a test says so; a second is a million of its ticks.</summary>
internal sealed class ManualTime : TimeProvider
{
    private long _timestamp = 1_000_000_000;

    public override long TimestampFrequency => 1_000_000;

    public override long GetTimestamp() => _timestamp;

    public void Advance(TimeSpan time) => _timestamp += (long)(time.TotalSeconds * TimestampFrequency);
}

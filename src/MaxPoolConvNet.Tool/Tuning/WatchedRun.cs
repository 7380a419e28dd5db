namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>A running trial, which can be ended early for a reason.</summary>
internal sealed class WatchedRun(TimeProvider time, CancellationToken interrupted) : IDisposable
{
    private const double ShareToMeasureSpeed = 0.1;
    private const double Half = 0.5;

    private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
    private readonly long _began = time.GetTimestamp();
    private (double Share, TimeSpan Elapsed)? _first;
    private (double Share, TimeSpan Elapsed)? _half;
    private (double Share, TimeSpan Elapsed) _last;

    public CancellationToken Token => _source.Token;

    public TimeSpan Elapsed => time.GetElapsedTime(_began);

    /// <summary>The reason for ending it; null if it wasn't ended early, or was interrupted.</summary>
    public TrialEnd? Reason { get; private set; }

    /// <summary>The expected total time, by its speed so far; null at the start.</summary>
    public TimeSpan? Expected { get; private set; }

    /// <summary>The time of a whole training at the speed of the second half, since a process is slow at first; null before that.</summary>
    public TimeSpan? SteadyTime { get; private set; }

    /// <summary>Updates the expected times. The time before the first call doesn't count as training.</summary>
    /// <param name="share">The finished fraction, from 0 to 1.</param>
    public void Update(double share)
    {
        _last = (share, Elapsed);
        _first ??= _last;
        if (share >= Half) _half ??= _last;
        if (TimeSince(_first.Value) is { } whole) Expected = _last.Elapsed + ((1 - share) * whole);
        SteadyTime = _half is { } half ? TimeSince(half) : null;
    }

    /// <summary>The time that the run would take again.</summary>
    /// <param name="total">The time that it has taken.</param>
    public TimeSpan TimeAgain(TimeSpan total)
    {
        TimeSpan again = SteadyTime is { } steady ? total - _last.Elapsed + steady : total;
        return again < total ? again : total;
    }

    /// <returns>Whether this call ended the trial.</returns>
    public bool End(TrialEnd reason)
    {
        if (_source.IsCancellationRequested) return false;
        Reason = reason;
        _source.Cancel();
        return true;
    }

    public void Dispose() => _source.Dispose();

    /// <summary>The time of a whole training at the speed since a point; null too soon after it.</summary>
    private TimeSpan? TimeSince((double Share, TimeSpan Elapsed) point) =>
        _last.Share - point.Share >= ShareToMeasureSpeed ? (_last.Elapsed - point.Elapsed) / (_last.Share - point.Share) : null;
}

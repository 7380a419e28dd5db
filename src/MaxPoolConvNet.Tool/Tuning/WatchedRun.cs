namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>A running trial, which can be ended early for a reason.</summary>
internal sealed class WatchedRun(TimeProvider time, CancellationToken interrupted) : IDisposable
{
    private const double ShareToMeasureSpeed = 0.1;

    private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
    private readonly long _began = time.GetTimestamp();
    private (double Share, TimeSpan Elapsed)? _first;

    public CancellationToken Token => _source.Token;

    public TimeSpan Elapsed => time.GetElapsedTime(_began);

    /// <summary>The reason for ending it; null if it wasn't ended early, or was interrupted.</summary>
    public TrialEnd? Reason { get; private set; }

    /// <summary>The expected total time, by its speed so far; null at the start.</summary>
    public TimeSpan? Expected { get; private set; }

    /// <summary>Updates the expected time. The time before the first call doesn't count as training.</summary>
    /// <param name="share">The finished fraction, from 0 to 1.</param>
    public void Update(double share)
    {
        _first ??= (share, Elapsed);
        (double firstShare, TimeSpan before) = _first.Value;
        if (share - firstShare >= ShareToMeasureSpeed) Expected = Elapsed + ((Elapsed - before) * ((1 - share) / (share - firstShare)));
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
}

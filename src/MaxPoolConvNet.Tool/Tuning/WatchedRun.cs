namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>A trial under way, which can be ended from outside, and for a reason.</summary>
internal sealed class WatchedRun(TimeProvider time, CancellationToken interrupted) : IDisposable
{
    private const double ShareToTellSpeed = 0.1;

    private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
    private readonly long _began = time.GetTimestamp();
    private (double Share, TimeSpan Elapsed)? _first;

    public CancellationToken Token => _source.Token;

    public TimeSpan Elapsed => time.GetElapsedTime(_began);

    /// <summary>Why it was ended; null where it wasn't, or was interrupted.</summary>
    public TrialEnd? Reason { get; private set; }

    /// <summary>How long it takes in all, by its speed so far; null before that can be said.</summary>
    public TimeSpan? Expected { get; private set; }

    /// <summary>Takes note of how far it is. The time before the first call isn't training.</summary>
    /// <param name="share">The part that is done, from 0 to 1.</param>
    public void Update(double share)
    {
        _first ??= (share, Elapsed);
        (double firstShare, TimeSpan before) = _first.Value;
        if (share - firstShare >= ShareToTellSpeed) Expected = Elapsed + ((Elapsed - before) * ((1 - share) / (share - firstShare)));
    }

    /// <returns>Whether this has ended it.</returns>
    public bool End(TrialEnd reason)
    {
        if (_source.IsCancellationRequested) return false;
        Reason = reason;
        _source.Cancel();
        return true;
    }

    public void Dispose() => _source.Dispose();
}

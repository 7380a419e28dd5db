namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>
/// Tries the defaults, the defaults with subwords, and then random settings; after a third of the time, half of the trials are near the
/// best so far. It ends when only the time reserved for the later stages is left.
/// </summary>
internal sealed class Search(SearchSpace space, TrialSettings start, TrialRuns runs, TunerOptions options)
{
    /// <summary>The number of best trials to vary.</summary>
    private const int Parents = 5;

    private readonly Lock _lock = new();
    private readonly RandomDraws _random = new(options.Seed);
    private int _handedOut;

    /// <exception cref="ArgumentException">The budget is too short for a search.</exception>
    /// <exception cref="ArithmeticException">Training with the defaults diverged.</exception>
    public void Run(CancellationToken interrupted)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        Workers.Run(options.Threads, options.Threads, _ => TryUntil(stop));
    }

    private void TryUntil(CancellationTokenSource stop)
    {
        try
        {
            while (!stop.IsCancellationRequested && NextSettings() is { } settings)
                runs.Try(settings, stop.Token);
        }
        catch
        {
            // stop the other workers
            stop.Cancel();
            throw;
        }
    }

    private TrialSettings? NextSettings()
    {
        lock (_lock)
        {
            _handedOut++;
            if (_handedOut == 1) return start;
            if (_handedOut == 2 && space.WithSubwords(runs.Fits) is { } subwords) return subwords;
            bool late = !runs.IsForDrawing;
            Trial[] best = late && _random.Below(2) == 0 ? [.. runs.Trials.Ranked.Take(Parents)] : [];
            return best.Length > 0 ? space.Vary(_random.OneOf(best).Settings, _random, runs.Fits) : space.Draw(_random, runs.Fits);
        }
    }
}

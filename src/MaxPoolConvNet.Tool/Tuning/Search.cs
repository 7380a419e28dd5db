namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>
/// Tries the defaults, the defaults with subwords, and then random settings; after a third of the time, half of the trials are near the
/// best so far. It ends when only the time reserved for the later stages is left.
/// </summary>
internal sealed class Search(SearchSpace space, TrialSettings start, TrialList trials, TimePlan plan, TrialRuns runs, TunerOptions options)
{
    /// <summary>The number of best trials to vary.</summary>
    public const int Parents = 5;

    private readonly Lock _lock = new();
    private readonly RandomDraws _random = new(options.Seed);
    private readonly TimeReserve _reserve = new(trials, start, plan);
    private int _handedOut;

    /// <summary>Runs trials while there is time; a further call goes on where the last one ended.</summary>
    /// <returns>Whether any trial was run.</returns>
    /// <exception cref="ArgumentException">The budget is too short for a search.</exception>
    /// <exception cref="ArithmeticException">Training with the defaults diverged.</exception>
    public bool Run(CancellationToken interrupted)
    {
        int before = trials.All.Length;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        Workers.Run(options.Threads, options.Threads, _ => TryUntil(stop));
        return trials.All.Length > before;
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
            if (_handedOut == 2 && space.WithSubwords(_reserve.Fits) is { } subwords) return subwords;
            bool late = !_reserve.IsForDrawing;
            Trial[] best = late && _random.Below(2) == 0 ? [.. trials.Ranked.Take(Parents)] : [];
            return best.Length > 0
                ? space.Vary(_random.OneOf(best).Settings, _random, _reserve.Fits)
                : space.Draw(_random, _reserve.Fits);
        }
    }
}

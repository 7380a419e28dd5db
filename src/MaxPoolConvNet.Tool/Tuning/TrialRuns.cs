namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Runs trials, watches them, and ends those that lead nowhere. Thread-safe.</summary>
internal sealed class TrialRuns(ITrialRunner runner, TrialSettings start, TimePlan plan, TimeProvider time, ulong seed, Action<TuningStage, Trial?> report)
{
    private const double ShareToTellHope = 0.5;

    /// <summary>Texts that are learned are recognized better than others: who is this much below the best on others is far off.</summary>
    private const double HopelessDistance = 0.1;

    public TrialList Trials { get; } = new(start);

    /// <summary>Whether there is time for a trial, and for choosing its settings.</summary>
    public bool Fits(TrialSettings settings) => Trials.Expected(settings) + After(Trials.Expected(settings)) <= plan.Left;

    /// <summary>Makes a trial.</summary>
    /// <exception cref="ArgumentException">It is that of the defaults, and the budget is too short for a search.</exception>
    /// <exception cref="ArithmeticException">It is that of the defaults, and diverged.</exception>
    public void Try(TrialSettings settings, CancellationToken interrupted)
    {
        using var run = new WatchedRun(time, interrupted);
        TrialScore? score = null;
        TrialEnd end = TrialEnd.Done;
        try
        {
            score = runner.Try(settings, seed, new Watch(progress => Judge(settings, run, progress)), run.Token);
            if (score is null) end = run.Reason;
        }
        catch (ArithmeticException) when (settings != start)
        {
            end = TrialEnd.Diverged;
        }

        if (score is not null) Trials.AddCost(settings, run.Elapsed);
        if (settings == start && !interrupted.IsCancellationRequested) CheckBudget(run.Elapsed, score is not null);
        report(TuningStage.Search, Trials.Add(settings, end, run.Elapsed, score));
    }

    /// <summary>Trains the best trials and the defaults once more, with another seed.</summary>
    public void Again(int threads, CancellationToken interrupted)
    {
        Trial[] finalists = [.. Trials.Ranked.Take(TimePlan.Finalists), .. Trials.Ranked.Skip(TimePlan.Finalists).Where(trial => trial.Settings == start)];
        var scored = new Trial?[finalists.Length];
        Concurrently.ForEach(finalists.Length, threads, n => scored[n] = Again(finalists[n], interrupted), CancellationToken.None);

        // one that is trained twice is preferred to those trained once: all or none
        if (interrupted.IsCancellationRequested) return;
        foreach (Trial trial in scored.OfType<Trial>())
            Trials.Replace(trial);
    }

    private Trial? Again(Trial trial, CancellationToken interrupted)
    {
        try
        {
            TrialScore? score = runner.Try(trial.Settings, seed + 1, new Watch(_ => report(TuningStage.Again, null)), interrupted);
            return score is { } one ? trial with { Scores = trial.Scores.Add(one) } : null;
        }
        catch (ArithmeticException)
        {
            return trial with { End = TrialEnd.Diverged, Scores = [] };
        }
    }

    private TimeSpan After(TimeSpan ofSettings)
    {
        TimeSpan slowest = Trials.Ranked.Take(TimePlan.Finalists).Select(trial => trial.Time).Append(ofSettings).Max();
        return plan.After(Trials.Expected(start), slowest);
    }

    private void Judge(TrialSettings settings, WatchedRun run, TrialProgress progress)
    {
        report(TuningStage.Search, null);
        if (settings == start)
        {
            // what it takes already, not what is expected: a process is slow at first
            if (plan.Shortest(run.Elapsed) > plan.Budget) run.End(TrialEnd.OutOfTime);
            return;
        }

        if (run.Expected(progress.Share) is not { } expected) return;
        if (expected - run.Elapsed + After(expected) > plan.Left)
        {
            Trials.AddCost(settings, expected);
            run.End(TrialEnd.OutOfTime);
        }
        else if (progress.Share >= ShareToTellHope && Trials.Ranked.FirstOrDefault() is { } best && best.Accuracy - progress.TrainingAccuracy > HopelessDistance)
        {
            Trials.AddCost(settings, expected);
            run.End(TrialEnd.Hopeless);
        }
    }

    private void CheckBudget(TimeSpan ofStart, bool done)
    {
        TimeSpan shortest = plan.Shortest(ofStart);
        if (shortest <= plan.Budget) return;
        throw new ArgumentException(FormattableString.Invariant(
            $"--budget is {plan.Budget.TotalSeconds:0.##}s; one training takes {(done ? "" : "more than ")}{ofStart.TotalSeconds:0.##} s here, so that at least {Math.Ceiling(shortest.TotalSeconds)}s were expected"));
    }

    private sealed class Watch(Action<TrialProgress> seen) : IProgress<TrialProgress>
    {
        public void Report(TrialProgress value) => seen(value);
    }
}

using System.Globalization;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Runs trials, watches them, and ends those that lead nowhere. Thread-safe.</summary>
/// <param name="runner">Trains and tests.</param>
/// <param name="start">The defaults.</param>
/// <param name="plan">What the time is for.</param>
/// <param name="time">The clock.</param>
/// <param name="seed">Of what is random in a training.</param>
/// <param name="report">Is told the stage, and the trial that has just ended; null for a report between two.</param>
internal sealed class TrialRuns(
    ITrialRunner runner, TrialSettings start, TimePlan plan, TimeProvider time, ulong seed, Action<TuningStage, Trial?> report)
{
    private const double ShareToTellHope = 0.5;

    /// <summary>Texts that are learned are recognized better than others: who is this much below the best on others is far off.</summary>
    private const double HopelessDistance = 0.1;

    public TrialList Trials { get; } = new(start);

    /// <inheritdoc cref="TimePlan.IsForDrawing"/>
    public bool IsForDrawing => plan.IsForDrawing(Reserve(TimeSpan.Zero));

    /// <summary>Whether there is time for a trial, and for choosing its settings.</summary>
    public bool Fits(TrialSettings settings)
    {
        TimeSpan expected = Trials.Expected(settings);
        return plan.IsQuick(Trials.Expected(start), expected) && expected + Reserve(expected) <= plan.Left;
    }

    /// <summary>Makes a trial.</summary>
    /// <exception cref="ArgumentException">It is that of the defaults, and the budget is too short for a search.</exception>
    /// <exception cref="ArithmeticException">It is that of the defaults, and diverged.</exception>
    public void Try(TrialSettings settings, CancellationToken interrupted)
    {
        using var run = new WatchedRun(time, interrupted);
        TrialScore? score = null;
        TrialEnd? end = TrialEnd.Done;
        try
        {
            var judge = new ProgressHandler(progress => Judge(settings, run, progress));
            score = runner.Try(settings, new TrialSetup(1, 1, seed), judge, run.Token);
            if (score is null) end = run.Reason;
        }
        catch (ArithmeticException) when (settings != start)
        {
            end = TrialEnd.Diverged;
        }

        if (end is not { } known) return;
        TimeSpan elapsed = run.Elapsed;
        if (score is not null) Trials.AddCost(settings, elapsed);
        if (settings == start) CheckBudget(score is null ? run.Expected!.Value : elapsed);
        report(TuningStage.Search, Trials.Add(settings, known, elapsed, score));
    }

    /// <summary>Tries the best and the defaults again, with several networks.</summary>
    public void TryFinalists(int threads, CancellationToken interrupted)
    {
        report(TuningStage.Finalists, null);

        // the slowest first, so that threads end at about the same time
        IEnumerable<Trial> finalists = Leaders().Concat(Trials.Ranked.Where(trial => trial.Settings == start));
        Trial[] slowestFirst = [.. finalists.OrderByDescending(trial => trial.Time)];
        Workers.Run(slowestFirst.Length, threads, n => TryAgain(slowestFirst[n], interrupted));
    }

    /// <summary>The best trials, as many as there is time for; at least one.</summary>
    private List<Trial> Leaders()
    {
        var leaders = new List<Trial>();
        foreach (Trial trial in Challengers)
        {
            if (leaders.Count == TimePlan.MostLeaders) break;
            if (leaders.Count == 0 || Reserve([.. leaders, trial]) <= plan.Left) leaders.Add(trial);
        }

        return leaders;
    }

    private void TryAgain(Trial trial, CancellationToken interrupted)
    {
        try
        {
            // the first seed has chosen these trials
            var setup = new TrialSetup(plan.FinalistNetworks, plan.FinalistThreads, seed + 1);
            var progress = new ProgressHandler(_ => report(TuningStage.Finalists, null));
            Trials.Replace(trial with { FinalistScore = runner.Try(trial.Settings, setup, progress, interrupted) });
        }
        catch (ArithmeticException)
        {
            Trials.Replace(trial with { End = TrialEnd.Diverged });
        }

        report(TuningStage.Finalists, null);
    }

    /// <summary>Trials that aren't of the defaults, the best first.</summary>
    private IEnumerable<Trial> Challengers => Trials.Ranked.Where(trial => trial.Settings != start);

    /// <summary>
    /// Time to reserve for what follows: as much as the leaders need, or these settings alone, should they become the best.
    /// </summary>
    private TimeSpan Reserve(TimeSpan settingsTime)
    {
        TimeSpan leaders = Reserve([.. Challengers.Take(TimePlan.MostLeaders)]);
        TimeSpan alone = plan.Reserve(Trials.Expected(start), [settingsTime]);
        return leaders > alone ? leaders : alone;
    }

    private TimeSpan Reserve(IEnumerable<Trial> leaders) => plan.Reserve(Trials.Expected(start), [.. leaders.Select(trial => trial.Time)]);

    private void Judge(TrialSettings settings, WatchedRun run, TrialProgress progress)
    {
        report(TuningStage.Search, null);
        run.Update(progress.Share);
        if (settings == start)
        {
            // what it takes already, not what is expected: a process is slow at first
            if (run.Expected is not null && plan.ShortestBudget(run.Elapsed) > plan.Budget) run.End(TrialEnd.OutOfTime);
            return;
        }

        // before the defaults have ended, times say little: a process is slow at first
        if (run.Expected is not { } expected || Trials.Start is null) return;
        TrialEnd? reason = expected - run.Elapsed + Reserve(expected) > plan.Left ? TrialEnd.OutOfTime
            : IsHopeless(progress) ? TrialEnd.Hopeless
            : null;
        if (reason is { } known && run.End(known)) Trials.AddCost(settings, expected);
    }

    private bool IsHopeless(TrialProgress progress) => progress.Share >= ShareToTellHope
        && Trials.Ranked.FirstOrDefault() is { } best && best.Score!.Value.Accuracy - progress.TrainingAccuracy > HopelessDistance;

    private void CheckBudget(TimeSpan startTime)
    {
        TimeSpan shortest = plan.ShortestBudget(startTime);
        if (shortest <= plan.Budget) return;
        throw new ArgumentException(string.Create(
            CultureInfo.InvariantCulture,
            $"--budget is {plan.Budget.TotalSeconds:0.##}s; one training takes about {startTime.TotalSeconds:0.##} s here, "
            + $"so that at least {Math.Ceiling(shortest.TotalSeconds)}s were expected"));
    }

    private sealed class ProgressHandler(Action<TrialProgress> handle) : IProgress<TrialProgress>
    {
        public void Report(TrialProgress value) => handle(value);
    }
}

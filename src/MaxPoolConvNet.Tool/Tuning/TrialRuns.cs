using System.Globalization;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Runs trials, and ends those that can't win. Thread-safe.</summary>
/// <param name="runner">Trains and tests a trial.</param>
/// <param name="start">The defaults.</param>
/// <param name="plan">The plan of the time.</param>
/// <param name="time">The clock.</param>
/// <param name="seed">The seed of the trainings.</param>
/// <param name="report">Receives the stage, and the trial that has just ended; null during a trial.</param>
internal sealed class TrialRuns(
    ITrialRunner runner, TrialSettings start, TimePlan plan, TimeProvider time, ulong seed, Action<TuningStage, Trial?> report)
{
    private const double ShareToJudge = 0.5;

    /// <summary>Training accuracy exceeds validation accuracy: if it is this far below the best trial's, the trial can't win.</summary>
    private const double HopelessDistance = 0.1;

    public TrialList Trials { get; } = new(start);

    /// <inheritdoc cref="TimePlan.IsForDrawing"/>
    public bool IsForDrawing => plan.IsForDrawing(Reserve(TimeSpan.Zero));

    /// <summary>Whether there is time for a trial, and for choosing its settings afterwards.</summary>
    public bool Fits(TrialSettings settings)
    {
        TimeSpan expected = Trials.Expected(settings);
        return plan.IsQuick(Trials.Expected(start), expected) && expected + Reserve(expected) <= plan.Left;
    }

    /// <summary>Runs a trial.</summary>
    /// <exception cref="ArgumentException">The trial is of the defaults, and the budget is too short for a search.</exception>
    /// <exception cref="ArithmeticException">The trial is of the defaults, and diverged.</exception>
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

    /// <summary>Trains the best settings and the defaults again, with several networks.</summary>
    public void TryFinalists(int threads, CancellationToken interrupted)
    {
        report(TuningStage.Finalists, null);

        // the slowest first, so that the threads finish at about the same time
        IEnumerable<Trial> finalists = Leaders().Concat(Trials.Ranked.Where(trial => trial.Settings == start));
        Trial[] slowestFirst = [.. finalists.OrderByDescending(trial => trial.Time)];
        Workers.Run(slowestFirst.Length, threads, n => TryAgain(slowestFirst[n], interrupted));
    }

    /// <summary>The best trials, as many as there is time for, but at least one.</summary>
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
            // another seed: the first one chose these trials
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

    /// <summary>The trials other than the defaults, the best first.</summary>
    private IEnumerable<Trial> Challengers => Trials.Ranked.Where(trial => trial.Settings != start);

    /// <summary>
    /// The time to reserve for the later stages: what the leaders need, or what these settings would need if they became the best.
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
            // by elapsed, not expected time: a process is slow at first
            if (run.Expected is not null && plan.ShortestBudget(run.Elapsed) > plan.Budget) run.End(TrialEnd.OutOfTime);
            return;
        }

        // expected times are unreliable before the defaults have ended: a process is slow at first
        if (run.Expected is not { } expected || Trials.Start is null) return;
        TrialEnd? reason = expected - run.Elapsed + Reserve(expected) > plan.Left ? TrialEnd.OutOfTime
            : IsHopeless(progress) ? TrialEnd.Hopeless
            : null;
        if (reason is { } known && run.End(known)) Trials.AddCost(settings, expected);
    }

    private bool IsHopeless(TrialProgress progress) => progress.Share >= ShareToJudge
        && Trials.Ranked.FirstOrDefault() is { } best && best.Score!.Value.Accuracy - progress.TrainingAccuracy > HopelessDistance;

    private void CheckBudget(TimeSpan startTime)
    {
        TimeSpan shortest = plan.ShortestBudget(startTime);
        if (shortest <= plan.Budget) return;
        throw new ArgumentException(string.Create(
            CultureInfo.InvariantCulture,
            $"--budget is {plan.Budget.TotalSeconds:0.##}s; one training takes about {startTime.TotalSeconds:0.##} s here, "
            + $"so pass at least {Math.Ceiling(shortest.TotalSeconds)}s"));
    }

    private sealed class ProgressHandler(Action<TrialProgress> handle) : IProgress<TrialProgress>
    {
        public void Report(TrialProgress value) => handle(value);
    }
}

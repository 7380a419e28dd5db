using System.Globalization;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Runs trials, and ends those that can't win. Thread-safe.</summary>
/// <param name="runner">Trains and tests a trial.</param>
/// <param name="start">The defaults.</param>
/// <param name="trials">Receives the trials.</param>
/// <param name="plan">The plan of the time.</param>
/// <param name="time">The clock.</param>
/// <param name="seed">The seed of the trainings.</param>
/// <param name="report">Receives the trial that has just ended; null during a trial.</param>
internal sealed class TrialRuns(
    ITrialRunner runner, TrialSettings start, TrialList trials, TimePlan plan, TimeProvider time, ulong seed, Action<Trial?> report)
{
    private const double ShareToJudge = 0.5;

    /// <summary>Training accuracy exceeds validation accuracy: if it is this far below the best trial's, the trial can't win.</summary>
    private const double HopelessDistance = 0.1;

    private readonly TimeReserve _reserve = new(trials, start, plan);

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
        TimeSpan elapsed = run.Elapsed, again = run.TimeAgain(elapsed);
        if (score is not null) trials.AddCost(settings, again);
        if (settings == start) CheckBudget(run, score is null ? run.SteadyTime ?? run.Expected!.Value : again);
        report(trials.Add(new Trial { Settings = settings, End = known, Time = elapsed, TimeAgain = again, Score = score }));
    }

    private void Judge(TrialSettings settings, WatchedRun run, TrialProgress progress)
    {
        report(null);
        run.Update(progress.Share);
        if (settings == start)
        {
            if (run.Expected is not null && IsTooSlow(run)) run.End(TrialEnd.OutOfTime);
            return;
        }

        // expected times are unreliable before the defaults have ended: a process is slow at first
        if (run.Expected is not { } expected || trials.Start is null) return;
        TrialEnd? reason = expected - run.Elapsed + _reserve.After(expected) > plan.Left ? TrialEnd.OutOfTime
            : IsHopeless(progress) ? TrialEnd.Hopeless
            : null;
        if (reason is { } known && run.End(known)) trials.AddCost(settings, expected);
    }

    /// <summary>Whether the budget is too short for the defaults: by the later speed, since a process is slow at first.</summary>
    private bool IsTooSlow(WatchedRun run) => plan.Elapsed > plan.Budget / 2
        || (run.SteadyTime is { } steady && plan.ShortestBudget(plan.Elapsed, steady) > plan.Budget);

    private bool IsHopeless(TrialProgress progress) => progress.Share >= ShareToJudge
        && trials.Ranked.FirstOrDefault() is { } best && best.Score!.Value.Accuracy - progress.TrainingAccuracy > HopelessDistance;

    private void CheckBudget(WatchedRun run, TimeSpan startTime)
    {
        // a training that was ended early would have taken longer
        TimeSpan before = plan.Elapsed - run.Elapsed, spent = before + (startTime > run.Elapsed ? startTime : run.Elapsed);
        plan.Adapt(spent, startTime);
        TimeSpan shortest = plan.ShortestBudget(spent, startTime);
        if (shortest <= plan.Budget) return;
        throw new ArgumentException(string.Create(
            CultureInfo.InvariantCulture,
            $"--budget is {plan.Budget.TotalSeconds:0.##}s; one training takes about {startTime.TotalSeconds:0.##} s here, "
            + $"so pass at least {Math.Ceiling(shortest.TotalSeconds)}s"));
    }
}

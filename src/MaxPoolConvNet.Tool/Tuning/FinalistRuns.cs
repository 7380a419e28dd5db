namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Trains the best settings and the defaults again, with several networks.</summary>
/// <param name="runner">Trains and tests a trial.</param>
/// <param name="start">The defaults.</param>
/// <param name="trials">The trials; finalists get their scores.</param>
/// <param name="plan">The plan of the time.</param>
/// <param name="seed">The seed of the trials.</param>
/// <param name="report">Called when a stage begins, and during it.</param>
internal sealed class FinalistRuns(
    ITrialRunner runner, TrialSettings start, TrialList trials, TimePlan plan, ulong seed, Action report)
{
    private readonly TimeReserve _reserve = new(trials, start, plan);

    /// <summary>Trains the leaders that aren't finalists yet; the defaults too, at first.</summary>
    /// <param name="threads">The number of parallel trainings.</param>
    /// <param name="interrupted">Ends the trainings.</param>
    public void Run(int threads, CancellationToken interrupted)
    {
        if (plan.FinalistNetworks == 0) return;
        IEnumerable<Trial> defaults = trials.Ranked.Where(trial => trial.Settings == start && trial.FinalistScore is null);

        // the slowest first, so that the threads finish at about the same time
        Trial[] slowestFirst = [.. Leaders().Concat(defaults).OrderByDescending(trial => trial.TimeAgain)];
        if (slowestFirst.Length == 0) return;
        report();
        Workers.Run(slowestFirst.Length, threads, n => TryAgain(slowestFirst[n], interrupted));
    }

    /// <summary>The best trials, as many as there is time for, but at least one finalist.</summary>
    private List<Trial> Leaders()
    {
        var leaders = new List<Trial>();
        bool hasFinalist = trials.Finalists.Any(trial => trial.Settings != start);
        foreach (Trial trial in _reserve.Leaders)
        {
            if ((leaders.Count == 0 && !hasFinalist) || _reserve.Of([.. leaders, trial]) <= plan.Left) leaders.Add(trial);
        }

        return leaders;
    }

    private void TryAgain(Trial trial, CancellationToken interrupted)
    {
        try
        {
            // another seed: the first one chose these trials
            var setup = new TrialSetup(plan.FinalistNetworks, plan.FinalistThreads, seed + 1);
            TimeSpan began = plan.Elapsed;
            TrialScore? score = runner.Try(trial.Settings, setup, new ProgressHandler(_ => report()), interrupted);
            trials.Replace(trial with { FinalistScore = score, TimeAgain = plan.OneOfFinalist(plan.Elapsed - began) });
        }
        catch (ArithmeticException)
        {
            trials.Replace(trial with { End = TrialEnd.Diverged });
        }

        report();
    }
}

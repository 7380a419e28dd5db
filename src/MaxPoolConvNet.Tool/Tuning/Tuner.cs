using System.Collections.Immutable;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Searches for settings within a time budget, and compares them with the defaults.</summary>
internal sealed class Tuner
{
    private readonly TrialSettings _start;
    private readonly ITrialRunner _runner;
    private readonly TunerOptions _options;
    private readonly TimeProvider _time;
    private readonly TimePlan _plan;
    private readonly TrialList _trials;
    private readonly SearchSpace _space;

    /// <param name="space">The settings to try.</param>
    /// <param name="start">The defaults.</param>
    /// <param name="runner">Trains and tests a trial.</param>
    /// <param name="options">The options of the search.</param>
    /// <param name="time">The clock.</param>
    public Tuner(SearchSpace space, TrialSettings start, ITrialRunner runner, TunerOptions options, TimeProvider time)
    {
        (_space, _start, _runner, _options, _time) = (space, start, runner, options, time);
        _plan = new TimePlan(options, time);
        _trials = new TrialList(start);
    }

    /// <param name="progress">Receives the progress.</param>
    /// <param name="interrupted">Ends the search early, with the results so far.</param>
    /// <exception cref="ArgumentException">The budget is too short for a search.</exception>
    /// <exception cref="ArithmeticException">Training with the defaults diverged.</exception>
    public TuningResult Run(IProgress<TuningProgress> progress, CancellationToken interrupted)
    {
        var runs = new TrialRuns(
            _runner, _start, _trials, _plan, _time, _options.Seed, ended => Report(progress, TuningStage.Search, ended));
        var finalists = new FinalistRuns(
            _runner, _start, _trials, _plan, _options.Seed, () => Report(progress, TuningStage.Finalists, null));
        var search = new Search(_space, _start, _trials, _plan, runs, _options);
        search.Run(interrupted);

        // in the middle, since it shows how long the test of the choice will take; nothing else depends on it
        IReadOnlyList<bool>? startTest = _trials.Ranked.Any(trial => trial.Settings != _start) ? TestStart(progress, interrupted) : null;
        do
        {
            if (!interrupted.IsCancellationRequested) finalists.Run(_options.Threads, interrupted);
        }
        while (!interrupted.IsCancellationRequested && search.Run(interrupted));

        Trial[] ranked = [.. _plan.FinalistNetworks == 0 ? _trials.Ranked : _trials.Finalists];
        return new FinalChoice(_runner, _start, _trials, () => _plan.Elapsed)
            .Choose(ranked, startTest, () => Report(progress, TuningStage.Test, null), interrupted);
    }

    private IReadOnlyList<bool>? TestStart(IProgress<TuningProgress> progress, CancellationToken interrupted)
    {
        if (interrupted.IsCancellationRequested) return null;
        Report(progress, TuningStage.StartTest, null);
        TimeSpan began = _plan.Elapsed;
        IReadOnlyList<bool>? test = _runner.Test(_start, interrupted);
        _plan.AddStartTest(_plan.Elapsed - began, _trials.Expected(_start));
        return test;
    }

    private void Report(IProgress<TuningProgress> progress, TuningStage stage, Trial? ended)
    {
        ImmutableArray<Trial> all = _trials.All;
        progress.Report(new TuningProgress
        {
            Stage = stage,
            Trials = all.Length,
            Unfinished = all.Count(trial => trial.End != TrialEnd.Done),
            Start = _trials.Start,
            Best = _trials.Ranked.FirstOrDefault(),
            Left = _plan.Left,
            Ended = ended,
        });
    }
}

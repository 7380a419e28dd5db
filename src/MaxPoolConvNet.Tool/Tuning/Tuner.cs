using System.Collections.Immutable;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Searches for settings within a time budget, and compares them with the defaults.</summary>
internal sealed class Tuner
{
    private readonly SearchSpace _space;
    private readonly TrialSettings _start;
    private readonly ITrialRunner _runner;
    private readonly TunerOptions _options;
    private readonly TimeProvider _time;
    private readonly TimePlan _plan;

    /// <param name="space">The settings to try.</param>
    /// <param name="start">The defaults.</param>
    /// <param name="runner">Trains and tests a trial.</param>
    /// <param name="options">The options of the search.</param>
    /// <param name="time">The clock.</param>
    public Tuner(SearchSpace space, TrialSettings start, ITrialRunner runner, TunerOptions options, TimeProvider time)
    {
        (_space, _start, _runner, _options, _time) = (space, start, runner, options, time);
        _plan = new TimePlan(options, time);
    }

    /// <param name="progress">Receives the progress.</param>
    /// <param name="interrupted">Ends the search early, with the results so far.</param>
    /// <exception cref="ArgumentException">The budget is too short for a search.</exception>
    /// <exception cref="ArithmeticException">Training with the defaults diverged.</exception>
    public TuningResult Run(IProgress<TuningProgress> progress, CancellationToken interrupted)
    {
        TrialRuns? runs = null;
        runs = new TrialRuns(_runner, _start, _plan, _time, _options.Seed, (stage, ended) => Report(progress, runs!.Trials, stage, ended));
        new Search(_space, _start, runs, _options).Run(interrupted);
        if (!interrupted.IsCancellationRequested) runs.TryFinalists(_options.Threads, interrupted);
        (Trial? choice, Comparison? comparison) = Choose(runs.Trials, progress, interrupted);
        return new TuningResult
        {
            Trials = runs.Trials.All,
            Start = runs.Trials.Start,
            Choice = choice,
            Comparison = comparison,
            Interrupted = interrupted.IsCancellationRequested,
            Time = _plan.Elapsed,
        };
    }

    /// <summary>
    /// The best finalist, tested against the defaults; if interrupted, the best trial. A finalist that diverges is dropped.
    /// </summary>
    private (Trial? Choice, Comparison? Comparison) Choose(
        TrialList trials, IProgress<TuningProgress> progress, CancellationToken interrupted)
    {
        IReadOnlyList<bool>? start = null;
        foreach (Trial choice in trials.Finalists)
        {
            if (interrupted.IsCancellationRequested) break;
            if (choice.Settings == _start) return (choice, null);
            Report(progress, trials, TuningStage.Test, null);
            try
            {
                start ??= _runner.Test(_start, interrupted);
                IReadOnlyList<bool>? tested = _runner.Test(choice.Settings, interrupted);
                return (choice, start is null || tested is null ? null : new Comparison(start, tested));
            }
            catch (ArithmeticException)
            {
                trials.Replace(choice with { End = TrialEnd.Diverged });
            }
        }

        return (trials.Ranked.FirstOrDefault(), null);
    }

    private void Report(IProgress<TuningProgress> progress, TrialList trials, TuningStage stage, Trial? ended)
    {
        ImmutableArray<Trial> all = trials.All;
        progress.Report(new TuningProgress
        {
            Stage = stage,
            Trials = all.Length,
            Unfinished = all.Count(trial => trial.End != TrialEnd.Done),
            Start = trials.Start,
            Best = trials.Ranked.FirstOrDefault(),
            Left = _plan.Left,
            Ended = ended,
        });
    }
}

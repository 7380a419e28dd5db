namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>
/// Searches for settings with a given number of trials, and compares them with the defaults. Neither the clock nor the number of threads or
/// ranks changes the result.
/// </summary>
internal sealed class CountedTuner
{
    /// <summary>The trials that are chosen together, by the results of the rounds before, and run at the same time.</summary>
    public const int RoundSize = 16;

    private readonly SearchSpace _space;
    private readonly TrialSettings _start;
    private readonly ITrialRunner _runner;
    private readonly CountedOptions _options;
    private readonly TimeProvider _time;
    private readonly SharedTrials _shared;
    private readonly TrialList _trials;
    private readonly RandomDraws _random;
    private readonly long _began;

    /// <param name="space">The settings to try.</param>
    /// <param name="start">The defaults.</param>
    /// <param name="runner">Trains and tests a trial.</param>
    /// <param name="options">The options of the search.</param>
    /// <param name="time">The clock.</param>
    public CountedTuner(SearchSpace space, TrialSettings start, ITrialRunner runner, CountedOptions options, TimeProvider time)
    {
        (_space, _start, _runner, _options, _time) = (space, start, runner, options, time);
        _shared = new SharedTrials(runner, start, options, time);
        _trials = new TrialList(start);
        _random = new RandomDraws(options.Seed);
        _began = time.GetTimestamp();
    }

    /// <param name="progress">Receives the progress.</param>
    /// <param name="interrupted">Ends the search early, with the results so far.</param>
    /// <exception cref="ArithmeticException">Training with the defaults diverged.</exception>
    public TuningResult Run(IProgress<TuningProgress> progress, CancellationToken interrupted)
    {
        var choice = new FinalChoice(_runner, _start, _trials, () => _time.GetElapsedTime(_began));
        if (!Search(progress, interrupted) || !RunFinalists(progress, interrupted)) return choice.Interrupted();
        if (_trials.Ranked.All(trial => trial.Settings == _start)) return choice.OfDefaults();
        Report(progress, TuningStage.StartTest, null);
        if (_runner.Test(_start, interrupted) is not { } startTest) return choice.Interrupted();
        return choice.Choose([.. _trials.Finalists], startTest, () => Report(progress, TuningStage.Test, null), interrupted);
    }

    /// <returns>False if it was interrupted.</returns>
    private bool Search(IProgress<TuningProgress> progress, CancellationToken interrupted)
    {
        while (_trials.All.Length < _options.Trials && NextRound() is { Count: > 0 } round)
        {
            if (_shared.Run(round, new TrialSetup(1, 1, _options.Seed), interrupted) is not { } trials) return false;
            foreach (Trial trial in trials)
                Report(progress, TuningStage.Search, _trials.Add(trial));
        }

        return true;
    }

    /// <summary>
    /// The settings of the next trials: first the defaults and the defaults with subwords; after a third of all trials, half of them are
    /// near the best so far.
    /// </summary>
    private List<TrialSettings> NextRound()
    {
        int done = _trials.All.Length;
        Trial[] best = done * 3 >= _options.Trials ? [.. _trials.Ranked.Take(Tuning.Search.Parents)] : [];
        var round = new List<TrialSettings>();
        if (done == 0) round.Add(_start);
        if (done == 0 && _space.WithSubwords(_ => true) is { } subwords) round.Add(subwords);
        while (round.Count < Math.Min(RoundSize, _options.Trials - done))
        {
            TrialSettings? next = best.Length > 0 && _random.Below(2) == 0
                ? _space.Vary(_random.OneOf(best).Settings, _random, _ => true)
                : _space.Draw(_random, _ => true);
            if (next is null) break;
            round.Add(next);
        }

        return round;
    }

    /// <summary>Trains the best settings and the defaults again, with several networks.</summary>
    /// <returns>False if it was interrupted.</returns>
    private bool RunFinalists(IProgress<TuningProgress> progress, CancellationToken interrupted)
    {
        Trial[] ranked = [.. _trials.Ranked];
        Trial[] again =
        [
            .. ranked.Where(trial => trial.Settings == _start),
            .. ranked.Where(trial => trial.Settings != _start).Take(TimePlan.MostLeaders),
        ];
        Report(progress, TuningStage.Finalists, null);

        // another seed: the first one chose these trials
        var setup = new TrialSetup(
            Math.Min(_options.Networks, TimePlan.MostFinalistNetworks), Math.Max(1, _options.Threads / again.Length), _options.Seed + 1);
        if (_shared.Run([.. again.Select(trial => trial.Settings)], setup, interrupted) is not { } trained) return false;
        foreach ((Trial trial, Trial finalist) in again.Zip(trained))
            _trials.Replace(trial with { End = finalist.End, FinalistScore = finalist.Score });
        return true;
    }

    private void Report(IProgress<TuningProgress> progress, TuningStage stage, Trial? ended) => progress.Report(new TuningProgress
    {
        Stage = stage,
        Trials = _trials.All.Length,
        Unfinished = _trials.All.Count(trial => trial.End != TrialEnd.Done),
        Start = _trials.Start,
        Best = _trials.Ranked.FirstOrDefault(),
        Left = null,
        Asked = _options.Trials,
        Ended = ended,
    });
}

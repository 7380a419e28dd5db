using System.Collections.Immutable;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>The finished trials, and the expected times of others. Thread-safe.</summary>
internal sealed class TrialList(TrialSettings start)
{
    private readonly Lock _lock = new();
    private readonly TrialCosts _costs = new();
    private ImmutableArray<Trial> _trials = [];

    /// <summary>All trials, in the order in which they ended.</summary>
    public ImmutableArray<Trial> All
    {
        get
        {
            lock (_lock) return _trials;
        }
    }

    /// <summary>The trials that finished training and didn't diverge later, the best first.</summary>
    public IEnumerable<Trial> Ranked => Rank(All, trial => trial.Score);

    /// <summary>The trial of the defaults; null before it has ended.</summary>
    public Trial? Start => All.FirstOrDefault(trial => trial.Settings == start);

    /// <returns>The trial, with its number.</returns>
    public Trial Add(Trial trial)
    {
        lock (_lock)
        {
            Trial numbered = trial with { Number = _trials.Length };
            _trials = _trials.Add(numbered);
            return numbered;
        }
    }

    /// <summary>Replaces the trial that has the same number.</summary>
    public void Replace(Trial trial)
    {
        lock (_lock) _trials = _trials.SetItem(trial.Number, trial);
    }

    /// <summary>The trials that were trained again with several networks, the best first.</summary>
    public IEnumerable<Trial> Finalists => Rank(All, trial => trial.FinalistScore);

    public void AddCost(TrialSettings settings, TimeSpan time)
    {
        lock (_lock) _costs.Add(settings, time);
    }

    /// <summary>The expected time of a training; 0 before any has ended.</summary>
    public TimeSpan Expected(TrialSettings settings)
    {
        lock (_lock) return _costs.Expected(settings);
    }

    private static IEnumerable<Trial> Rank(ImmutableArray<Trial> trials, Func<Trial, TrialScore?> scoreOf) =>
        trials.Where(trial => trial.End == TrialEnd.Done && scoreOf(trial) is not null)
            .OrderBy(trial => scoreOf(trial)!.Value.Loss).ThenBy(trial => trial.Number);
}

using System.Collections.Immutable;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Trials that have ended, and how long trials take. Thread-safe.</summary>
internal sealed class TrialList(TrialSettings start)
{
    private readonly Lock _lock = new();
    private readonly TrialCosts _costs = new();
    private ImmutableArray<Trial> _trials = [];

    /// <summary>All, in the order in which they ended.</summary>
    public ImmutableArray<Trial> All
    {
        get
        {
            lock (_lock) return _trials;
        }
    }

    /// <summary>Those whose network was trained to the end, the best first.</summary>
    public IEnumerable<Trial> Ranked => Rank(All, trial => trial.Score);

    /// <summary>The trial of the defaults; null before it has ended.</summary>
    public Trial? Start => All.FirstOrDefault(trial => trial.Settings == start);

    public Trial Add(TrialSettings settings, TrialEnd end, TimeSpan time, TrialScore? score)
    {
        lock (_lock)
        {
            var trial = new Trial { Number = _trials.Length, Settings = settings, End = end, Time = time, Score = score };
            _trials = _trials.Add(trial);
            return trial;
        }
    }

    /// <summary>Puts a trial in the place of that with its number.</summary>
    public void Replace(Trial trial)
    {
        lock (_lock) _trials = _trials.SetItem(trial.Number, trial);
    }

    /// <summary>Those of which several networks were trained, the best first.</summary>
    public IEnumerable<Trial> Finalists => Rank(All, trial => trial.FinalistScore);

    public void AddCost(TrialSettings settings, TimeSpan time)
    {
        lock (_lock) _costs.Add(settings, time);
    }

    /// <summary>Time that a training is expected to take; 0 before there was any.</summary>
    public TimeSpan Expected(TrialSettings settings)
    {
        lock (_lock) return _costs.Expected(settings);
    }

    private static IEnumerable<Trial> Rank(ImmutableArray<Trial> trials, Func<Trial, TrialScore?> scoreOf) =>
        trials.Where(trial => scoreOf(trial) is not null).OrderBy(trial => scoreOf(trial)!.Value.Loss).ThenBy(trial => trial.Number);
}

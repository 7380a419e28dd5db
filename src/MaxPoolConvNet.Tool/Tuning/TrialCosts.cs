using MaxPoolConvNet.Tool.Switches;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Estimates the time of a training from those that have ended. Not thread-safe.</summary>
internal sealed class TrialCosts
{
    /// <summary>The work per text that doesn't depend on the features, measured in features.</summary>
    private const int OtherFeatures = 64;

    /// <summary>
    /// The weight of earlier trainings: a process is slow at first, and a shared machine is slow at times.
    /// </summary>
    private const double Remembered = 0.8;

    /// <summary>The factor by which subwords lengthen a training, before any was measured.</summary>
    private const int SubwordsFactor = 2;

    private readonly Dictionary<(Architecture Architecture, bool Subwords), (double Seconds, double Work)> _seen = [];

    public void Add(TrialSettings settings, TimeSpan time)
    {
        (double seconds, double work) = _seen.GetValueOrDefault(KindOf(settings));
        _seen[KindOf(settings)] = ((Remembered * seconds) + time.TotalSeconds, (Remembered * work) + WorkOf(settings));
    }

    /// <summary>
    /// Estimates by network size, epochs and the speed of trainings of the same kind; for a new kind, by the slowest.
    /// </summary>
    public TimeSpan Expected(TrialSettings settings)
    {
        double speed = _seen.TryGetValue(KindOf(settings), out (double Seconds, double Work) seen)
            ? seen.Seconds / seen.Work
            : _seen.Values.Select(kind => kind.Seconds / kind.Work).DefaultIfEmpty(0).Max();
        return TimeSpan.FromSeconds(speed * WorkOf(settings));
    }

    private static (Architecture Architecture, bool Subwords) KindOf(TrialSettings settings) => (settings.Architecture, settings.Subwords);

    /// <summary>The work of a training, compared with that of others.</summary>
    public static double WorkOf(TrialSettings settings) =>
        settings.EpochsFactor * (settings.Subwords ? SubwordsFactor : 1)
            * ((settings.FiltersPerWidth * settings.Widths.Length) + OtherFeatures);
}

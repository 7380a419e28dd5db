using MaxPoolConvNet.Tool.Switches;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>How long trainings take, judged by those that were seen. Not thread-safe.</summary>
internal sealed class TrialCosts
{
    /// <summary>Work that each text takes besides its features, in as many features.</summary>
    private const int OtherFeatures = 64;

    /// <summary>
    /// What was seen earlier counts less: a process is slow at first, and a machine that others use too is slow at times.
    /// </summary>
    private const double Remembered = 0.8;

    /// <summary>By how much the sub-words of a text make it longer to train with, as long as nothing was seen.</summary>
    private const int SubwordsFactor = 2;

    private readonly Dictionary<(Architecture Architecture, bool Subwords), (double Seconds, double Work)> _seen = [];

    public void Add(TrialSettings settings, TimeSpan time)
    {
        (double seconds, double work) = _seen.GetValueOrDefault(KindOf(settings));
        _seen[KindOf(settings)] = ((Remembered * seconds) + time.TotalSeconds, (Remembered * work) + WorkOf(settings));
    }

    /// <summary>
    /// By the network's size and the epochs, and by what a network of its kind has taken; of a kind that wasn't seen, what the slowest has.
    /// </summary>
    public TimeSpan Expected(TrialSettings settings)
    {
        double speed = _seen.TryGetValue(KindOf(settings), out (double Seconds, double Work) seen)
            ? seen.Seconds / seen.Work
            : _seen.Values.Select(kind => kind.Seconds / kind.Work).DefaultIfEmpty(0).Max();
        return TimeSpan.FromSeconds(speed * WorkOf(settings));
    }

    private static (Architecture Architecture, bool Subwords) KindOf(TrialSettings settings) => (settings.Architecture, settings.Subwords);

    private static double WorkOf(TrialSettings settings) =>
        settings.EpochsFactor * (settings.Subwords ? SubwordsFactor : 1) * ((settings.FilterCount * settings.Widths.Length) + OtherFeatures);
}

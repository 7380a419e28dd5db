namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>What the time is for: the search, then the best trials with several networks, then the last trainings.</summary>
internal sealed class TimePlan(TunerOptions options, TimeProvider time)
{
    /// <summary>Trials that are tried again, beside the defaults, where there is time for so many.</summary>
    public const int MostLeaders = 3;

    /// <summary>Two behave much like more.</summary>
    private const int MostNetworksAgain = 2;

    /// <summary>Part of the search in which settings are drawn from everywhere.</summary>
    private const double PartForDrawing = 1.0 / 3;

    /// <summary>Part of the budget that may go to what follows the search.</summary>
    private const double MostForChoosing = 2.0 / 3;

    /// <summary>Trainings may take longer than expected.</summary>
    private const double Caution = 1.15;

    public TimeSpan Budget => options.Budget;

    public TimeSpan Elapsed => time.GetElapsedTime(options.Began);

    public TimeSpan Left => options.Budget - Elapsed;

    /// <summary>Networks that the best trials are tried again with.</summary>
    public int NetworksAgain => Math.Min(options.Networks, MostNetworksAgain);

    /// <summary>Threads of each of the trials that are tried again beside each other.</summary>
    public int ThreadsAgain => Math.Max(1, options.Threads / (MostLeaders + 1));

    /// <summary>Whether the search is in its first part.</summary>
    /// <param name="after">Time to keep for what follows it.</param>
    public bool IsForDrawing(TimeSpan after) => Elapsed < (options.Budget - after) * PartForDrawing;

    /// <summary>Time to keep for what follows the search.</summary>
    /// <param name="ofStart">Time that a training of one network with the defaults takes.</param>
    /// <param name="ofLeaders">The same for the settings that are tried again and may be chosen.</param>
    public TimeSpan After(TimeSpan ofStart, IReadOnlyCollection<TimeSpan> ofLeaders) =>
        Caution * (Again([ofStart, .. ofLeaders]) + Last(ofStart, ofLeaders.DefaultIfEmpty(ofStart).Max()));

    /// <summary>Whether settings are quick enough to be tried: there is time to choose them, and to search before, or the defaults take as long.</summary>
    public bool IsQuick(TimeSpan ofStart, TimeSpan ofSettings) =>
        ofSettings <= ofStart || After(ofStart, [ofSettings]) <= MostForChoosing * options.Budget;

    /// <summary>The shortest budget that makes sense: for the defaults and another trial.</summary>
    public TimeSpan Shortest(TimeSpan ofStart) => (Rounds(2, options.Threads) * ofStart) + After(ofStart, [ofStart]);

    /// <summary>Each to the thread that is free first, the slowest first.</summary>
    private TimeSpan Again(IEnumerable<TimeSpan> trials)
    {
        var busy = new TimeSpan[options.Threads];
        foreach (TimeSpan trial in trials.OrderDescending())
            busy[Array.IndexOf(busy, busy.Min())] += trial;
        return Rounds(NetworksAgain, ThreadsAgain) * busy.Max();
    }

    private TimeSpan Last(TimeSpan ofStart, TimeSpan ofChoice) => options.TextsRatio * Rounds(options.Networks, options.Threads) * (ofStart + ofChoice);

    private static double Rounds(int trainings, int threads) => Math.Ceiling((double)trainings / threads);
}

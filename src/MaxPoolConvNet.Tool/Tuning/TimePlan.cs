namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>What the time is for: the search, then the best trials with several networks, then the last trainings.</summary>
internal sealed class TimePlan(TunerOptions options, TimeProvider time)
{
    /// <summary>Trials that are tried again, beside the defaults, where there is time for so many.</summary>
    public const int MostLeaders = 3;

    /// <summary>Two behave much like more.</summary>
    private const int MostFinalistNetworks = 2;

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
    public int FinalistNetworks => Math.Min(options.Networks, MostFinalistNetworks);

    /// <summary>Threads of each of the trials that are tried again beside each other.</summary>
    public int FinalistThreads => Math.Max(1, options.Threads / (MostLeaders + 1));

    /// <summary>Whether the search is in its first part.</summary>
    /// <param name="reserve">Time reserved for what follows it.</param>
    public bool IsForDrawing(TimeSpan reserve) => Elapsed < (options.Budget - reserve) * PartForDrawing;

    /// <summary>Time to reserve for what follows the search.</summary>
    /// <param name="startTime">Time that training one network with the defaults takes.</param>
    /// <param name="leaderTimes">The same for the settings that are tried again and may be chosen.</param>
    public TimeSpan Reserve(TimeSpan startTime, IReadOnlyCollection<TimeSpan> leaderTimes) =>
        Caution * (FinalistsTime([startTime, .. leaderTimes]) + TestTime(startTime, leaderTimes.DefaultIfEmpty(startTime).Max()));

    /// <summary>
    /// Whether settings are quick enough to be tried: there is time to choose them, and to search before, or the defaults take as long.
    /// </summary>
    public bool IsQuick(TimeSpan startTime, TimeSpan settingsTime) =>
        settingsTime <= startTime || Reserve(startTime, [settingsTime]) <= MostForChoosing * options.Budget;

    /// <summary>The shortest budget that makes sense: for the defaults and another trial.</summary>
    public TimeSpan ShortestBudget(TimeSpan startTime) => (Rounds(2, options.Threads) * startTime) + Reserve(startTime, [startTime]);

    /// <summary>Each to the thread that is free first, the slowest first.</summary>
    private TimeSpan FinalistsTime(IEnumerable<TimeSpan> trials)
    {
        var busy = new TimeSpan[options.Threads];
        foreach (TimeSpan trial in trials.OrderDescending())
            busy[Array.IndexOf(busy, busy.Min())] += trial;
        return Rounds(FinalistNetworks, FinalistThreads) * busy.Max();
    }

    private TimeSpan TestTime(TimeSpan startTime, TimeSpan choiceTime) =>
        options.TextsRatio * Rounds(options.Networks, options.Threads) * (startTime + choiceTime);

    private static double Rounds(int trainings, int threads) => Math.Ceiling((double)trainings / threads);
}

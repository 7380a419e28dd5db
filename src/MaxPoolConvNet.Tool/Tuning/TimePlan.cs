namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Divides the time: the search, then the best trials with several networks, then the final trainings.</summary>
internal sealed class TimePlan(TunerOptions options, TimeProvider time)
{
    /// <summary>The most trials that are trained again besides the defaults.</summary>
    public const int MostLeaders = 3;

    /// <summary>Two networks behave much like more.</summary>
    private const int MostFinalistNetworks = 2;

    /// <summary>The fraction of the search that draws from the whole space.</summary>
    private const double FractionForDrawing = 1.0 / 3;

    /// <summary>The largest fraction of the budget for the later stages.</summary>
    private const double MostForChoosing = 2.0 / 3;

    /// <summary>A margin, since trainings may take longer than expected.</summary>
    private const double Caution = 1.15;

    public TimeSpan Budget => options.Budget;

    public TimeSpan Elapsed => time.GetElapsedTime(options.Began);

    public TimeSpan Left => options.Budget - Elapsed;

    /// <summary>The number of networks of the finalists.</summary>
    public int FinalistNetworks => Math.Min(options.Networks, MostFinalistNetworks);

    /// <summary>The number of threads of each finalist.</summary>
    public int FinalistThreads => Math.Max(1, options.Threads / (MostLeaders + 1));

    /// <summary>Whether the search is in its first part.</summary>
    /// <param name="reserve">The time reserved for the later stages.</param>
    public bool IsForDrawing(TimeSpan reserve) => Elapsed < (options.Budget - reserve) * FractionForDrawing;

    /// <summary>The time to reserve for the stages after the search.</summary>
    /// <param name="startTime">The time to train one network with the defaults.</param>
    /// <param name="leaderTimes">The time to train one network with each leader's settings.</param>
    public TimeSpan Reserve(TimeSpan startTime, IReadOnlyCollection<TimeSpan> leaderTimes) =>
        Caution * (FinalistsTime([startTime, .. leaderTimes]) + TestTime(startTime, leaderTimes.DefaultIfEmpty(startTime).Max()));

    /// <summary>
    /// Whether settings are fast enough to try: no slower than the defaults, or leaving time to search and to choose.
    /// </summary>
    public bool IsQuick(TimeSpan startTime, TimeSpan settingsTime) =>
        settingsTime <= startTime || Reserve(startTime, [settingsTime]) <= MostForChoosing * options.Budget;

    /// <summary>The shortest useful budget: for the defaults and one other trial.</summary>
    public TimeSpan ShortestBudget(TimeSpan startTime) => (Rounds(2, options.Threads) * startTime) + Reserve(startTime, [startTime]);

    /// <summary>The time of the finalists: the slowest first, each on the thread that is free first.</summary>
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

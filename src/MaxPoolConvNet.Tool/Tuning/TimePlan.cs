namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>
/// Divides the time: the search, the final training of the defaults, the best trials with several networks, more of the search and more of
/// the best trials as long as there is time, then the final training of the choice.
/// </summary>
internal sealed class TimePlan(TunerOptions options, TimeProvider time)
{
    /// <summary>The most trials that are trained again besides the defaults.</summary>
    public const int MostLeaders = 3;

    /// <summary>Two networks behave much like more.</summary>
    public const int MostFinalistNetworks = 2;

    /// <summary>The fraction of the search that draws from the whole space.</summary>
    private const double FractionForDrawing = 1.0 / 3;

    /// <summary>The largest fraction of the budget for the later stages.</summary>
    private const double MostForChoosing = 2.0 / 3;

    /// <summary>A margin, since trainings may take longer than expected.</summary>
    private const double Caution = 1.15;

    /// <summary>The time of a final training, divided by that of its networks as trials; 1 until one has been measured.</summary>
    private double _testFactor = 1;
    private bool _isStartTested;

    public TimeSpan Budget => options.Budget;

    public TimeSpan Elapsed => time.GetElapsedTime(options.Began);

    public TimeSpan Left => options.Budget - Elapsed;

    /// <summary>The number of networks of the finalists; 0 if the budget is too short for finalists.</summary>
    public int FinalistNetworks { get; private set; } = Math.Min(options.Networks, MostFinalistNetworks);

    /// <summary>The number of threads of each finalist.</summary>
    public int FinalistThreads => Math.Max(1, options.Threads / (MostLeaders + 1));

    /// <summary>The time of one network of a finalist.</summary>
    /// <param name="finalistTime">The time of all its networks.</param>
    public TimeSpan OneOfFinalist(TimeSpan finalistTime) => finalistTime / Rounds(FinalistNetworks, FinalistThreads);

    /// <summary>Whether the search is in its first part.</summary>
    /// <param name="reserve">The time reserved for the later stages.</param>
    public bool IsForDrawing(TimeSpan reserve) => Elapsed < (options.Budget - reserve) * FractionForDrawing;

    /// <summary>The time to reserve for the stages after the search.</summary>
    /// <param name="startTime">The time to train one network with the defaults.</param>
    /// <param name="choiceTime">The time to train one network with the settings that may be chosen.</param>
    /// <param name="finalistTimes">The time to train one network of each finalist to come.</param>
    public TimeSpan Reserve(TimeSpan startTime, TimeSpan choiceTime, IEnumerable<TimeSpan> finalistTimes) =>
        Caution * (FinalistsTime(finalistTimes) + TestTime((_isStartTested ? TimeSpan.Zero : startTime) + choiceTime));

    /// <summary>
    /// Whether settings are fast enough to try: no slower than the defaults, or leaving time to search and to choose.
    /// </summary>
    public bool IsQuick(TimeSpan startTime, TimeSpan settingsTime) => settingsTime <= startTime
        || Caution * (FinalistsTime([startTime, settingsTime]) + TestTime(startTime + settingsTime)) <= MostForChoosing * options.Budget;

    /// <summary>The shortest useful budget: for the defaults, one other trial and the test of both.</summary>
    /// <param name="spent">The time up to the end of the defaults' trial.</param>
    /// <param name="startTime">The time to train one network with the defaults again.</param>
    public TimeSpan ShortestBudget(TimeSpan spent, TimeSpan startTime) =>
        spent + ((Rounds(2, options.Threads) - 1) * startTime) + (Caution * TestTime(startTime + startTime));

    /// <summary>Drops the finalists if the budget is too short for them: one network then chooses.</summary>
    /// <inheritdoc cref="ShortestBudget"/>
    public void Adapt(TimeSpan spent, TimeSpan startTime)
    {
        if (ShortestBudget(spent, startTime) + (Caution * FinalistsTime([startTime, startTime])) > Budget) FinalistNetworks = 0;
    }

    /// <summary>Updates the expected time of the test by that of the defaults.</summary>
    /// <param name="testTime">The time of the final training and test of the defaults.</param>
    /// <param name="startTime">The time to train one network with the defaults.</param>
    public void AddStartTest(TimeSpan testTime, TimeSpan startTime)
    {
        _isStartTested = true;
        if (startTime > TimeSpan.Zero) _testFactor *= testTime / TestTime(startTime);
    }

    /// <summary>The time of the finalists: the slowest first, each on the thread that is free first.</summary>
    private TimeSpan FinalistsTime(IEnumerable<TimeSpan> trials)
    {
        var busy = new TimeSpan[options.Threads];
        foreach (TimeSpan trial in trials.OrderDescending())
            busy[Array.IndexOf(busy, busy.Min())] += trial;
        return Rounds(FinalistNetworks, FinalistThreads) * busy.Max();
    }

    /// <param name="trials">The time to train one network with each of the settings, summed.</param>
    private TimeSpan TestTime(TimeSpan trials) => _testFactor * options.TextsRatio * Rounds(options.Networks, options.Threads) * trials;

    private static double Rounds(int trainings, int threads) => Math.Ceiling((double)trainings / threads);
}

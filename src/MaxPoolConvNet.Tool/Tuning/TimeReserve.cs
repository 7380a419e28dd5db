namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>The time that the later stages need, by the trials so far. Thread-safe.</summary>
internal sealed class TimeReserve(TrialList trials, TrialSettings start, TimePlan plan)
{
    /// <summary>The trials other than the defaults, the best first.</summary>
    public IEnumerable<Trial> Challengers => trials.Ranked.Where(trial => trial.Settings != start);

    /// <summary>The best of <see cref="Challengers"/> that aren't finalists yet, the best first.</summary>
    public IEnumerable<Trial> Leaders => Challengers.Take(TimePlan.MostLeaders).Where(trial => trial.FinalistScore is null);

    /// <inheritdoc cref="TimePlan.IsForDrawing"/>
    public bool IsForDrawing => plan.IsForDrawing(After(TimeSpan.Zero));

    /// <summary>Whether there is time for a trial, and for choosing its settings afterwards.</summary>
    public bool Fits(TrialSettings settings)
    {
        TimeSpan expected = trials.Expected(settings);
        return plan.IsQuick(trials.Expected(start), expected) && expected + After(expected) <= plan.Left;
    }

    /// <summary>
    /// The time to reserve after a trial: what the leaders need, or what its settings would need if they became the best.
    /// </summary>
    /// <param name="settingsTime">The time to train one network with its settings.</param>
    public TimeSpan After(TimeSpan settingsTime)
    {
        TimeSpan leaders = Of(Leaders), alone = Of([settingsTime]);
        return leaders > alone ? leaders : alone;
    }

    /// <summary>The time to reserve for these leaders.</summary>
    public TimeSpan Of(IEnumerable<Trial> leaders) => Of([.. leaders.Select(trial => trial.TimeAgain)]);

    private TimeSpan Of(TimeSpan[] leaderTimes)
    {
        TimeSpan startTime = trials.Expected(start);
        TimeSpan bestTime = trials.Finalists.FirstOrDefault(trial => trial.Settings != start)?.TimeAgain ?? TimeSpan.Zero;
        TimeSpan choiceTime = leaderTimes.Append(bestTime).Max();
        return plan.Reserve(startTime, choiceTime, trials.Start?.FinalistScore is null ? [startTime, .. leaderTimes] : leaderTimes);
    }
}

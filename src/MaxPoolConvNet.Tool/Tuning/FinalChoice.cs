namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Chooses among the trials, and compares the choice with the defaults on the held-out texts.</summary>
/// <param name="runner">Trains and tests a trial.</param>
/// <param name="start">The defaults.</param>
/// <param name="trials">The trials.</param>
/// <param name="elapsed">The time of the search so far.</param>
internal sealed class FinalChoice(ITrialRunner runner, TrialSettings start, TrialList trials, Func<TimeSpan> elapsed)
{
    /// <summary>
    /// Chooses the best, and compares it with the defaults; if it is the defaults, the best of the others is compared with them. If
    /// interrupted, the best trial is chosen. One that diverges is dropped.
    /// </summary>
    /// <param name="ranked">The trials to choose from, the best first.</param>
    /// <param name="startTest">The test of the defaults; null if there is none.</param>
    /// <param name="report">Called before a test.</param>
    /// <param name="interrupted">Ends the test.</param>
    public TuningResult Choose(Trial[] ranked, IReadOnlyList<bool>? startTest, Action report, CancellationToken interrupted)
    {
        foreach (Trial compared in ranked.Where(trial => trial.Settings != start))
        {
            if (startTest is null || interrupted.IsCancellationRequested) break;
            report();
            try
            {
                if (runner.Test(compared.Settings, interrupted) is not { } test) break;
                Trial choice = ranked.First(trial => trial == compared || trial.Settings == start);
                return Result(choice, compared, new Comparison(startTest, test));
            }
            catch (ArithmeticException)
            {
                trials.Replace(compared with { End = TrialEnd.Diverged });
            }
        }

        return interrupted.IsCancellationRequested ? Interrupted() : OfDefaults();
    }

    /// <summary>The best trial so far, without a test.</summary>
    public TuningResult Interrupted() => Result(trials.Ranked.FirstOrDefault(), null, null) with { Interrupted = true };

    /// <summary>The defaults, where nothing can be compared with them.</summary>
    public TuningResult OfDefaults() => Result(trials.Start, null, null);

    private TuningResult Result(Trial? choice, Trial? compared, Comparison? comparison) => new()
    {
        Trials = trials.All,
        Start = trials.Start,
        Choice = choice,
        Compared = compared,
        Comparison = comparison,
        Time = elapsed(),
    };
}

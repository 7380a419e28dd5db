namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>What the time is for: the search, then the best trials once more, then the last trainings.</summary>
internal sealed class TimePlan(TunerOptions options, TimeProvider time)
{
    /// <summary>Trials that are trained once more: the best ones, and the defaults.</summary>
    public const int Finalists = 3;

    /// <summary>Part of the budget in which settings are drawn from everywhere; later half of them are near the best ones.</summary>
    private const double PartForDrawing = 1.0 / 3;

    /// <summary>Trainings may take longer than expected.</summary>
    private const double Caution = 1.1;

    /// <summary>Time without which a search would be none: a trial beside the defaults.</summary>
    private const int FewestTrials = 2;

    public TimeSpan Budget => options.Budget;

    public TimeSpan Elapsed => time.GetElapsedTime(options.Began);

    public TimeSpan Left => options.Budget - Elapsed;

    public bool IsForDrawing => Elapsed < options.Budget * PartForDrawing;

    /// <summary>Time to keep for what follows the search.</summary>
    /// <param name="ofStart">Time that a training with the defaults takes.</param>
    /// <param name="ofBest">The same for the slowest settings that may be chosen.</param>
    public TimeSpan After(TimeSpan ofStart, TimeSpan ofBest) => Again(ofStart, ofBest) + Last(ofStart, ofBest);

    /// <summary>Time of the last trainings, one after the other, of all networks.</summary>
    public TimeSpan Last(TimeSpan ofStart, TimeSpan ofBest) => Caution * options.TextsRatio * Rounds(options.Networks) * (ofStart + ofBest);

    /// <summary>The shortest budget that makes sense.</summary>
    public TimeSpan Shortest(TimeSpan ofStart) => Rounds(FewestTrials) * ofStart + After(ofStart, ofStart);

    /// <summary>Time to train the best trials once more.</summary>
    private TimeSpan Again(TimeSpan ofStart, TimeSpan ofBest) => Rounds(Finalists + 1) * (ofBest > ofStart ? ofBest : ofStart);

    private double Rounds(int trainings) => Math.Ceiling((double)trainings / options.Threads);
}

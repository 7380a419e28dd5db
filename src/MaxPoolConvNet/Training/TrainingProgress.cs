namespace MaxPoolConvNet.Training;

/// <summary>
/// How far a training is. Reported about ten times a second, and at the end of every epoch. Immutable and thread-safe.
/// </summary>
public sealed class TrainingProgress
{
    internal TrainingProgress()
    {
    }

    /// <summary>The epoch under way, from 1 on.</summary>
    public int Epoch { get; internal init; }

    /// <summary>The number of all epochs.</summary>
    public int EpochCount { get; internal init; }

    /// <summary>The number of texts of this epoch that are done.</summary>
    public int DoneTextCount { get; internal init; }

    /// <summary>The number of texts in an epoch.</summary>
    public int TextCount { get; internal init; }

    /// <summary>The mean of −L over the texts of this epoch so far, in nats and without class weights.</summary>
    public double Loss { get; internal init; }

    /// <summary>The fraction of them that was classified correctly, from 0 to 1.</summary>
    public double Accuracy { get; internal init; }

    /// <summary>The held-out accuracy after the last whole epoch; <see langword="null"/> if there is none.</summary>
    public double? HeldOutAccuracy { get; internal init; }

    /// <summary>Known words trained on, in all epochs so far, per second.</summary>
    public double WordsPerSecond { get; internal init; }

    /// <summary>Time since training began.</summary>
    public TimeSpan Elapsed { get; internal init; }

    /// <summary>
    /// Time that the remaining texts take at the speed so far; <see langword="null"/> where that speed says nothing yet, as in the first report, whose
    /// time is mostly that of starting.
    /// </summary>
    public TimeSpan? Remaining { get; internal init; }

    /// <summary>The epoch, how far it is, and its figures so far.</summary>
    /// <returns>One line, invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"epoch {Epoch} of {EpochCount}: {DoneTextCount} of {TextCount} texts, loss {Loss:F4}, accuracy {Accuracy:F4}");
}

namespace MaxPoolConvNet.Training;

/// <summary>
/// The progress of training, reported about ten times a second and at the end of every epoch. Immutable and thread-safe.
/// </summary>
public sealed class TrainingProgress
{
    internal TrainingProgress()
    {
    }

    /// <summary>The current epoch, from 1.</summary>
    public int Epoch { get; internal init; }

    /// <summary>The total number of epochs.</summary>
    public int EpochCount { get; internal init; }

    /// <summary>The number of texts done in this epoch.</summary>
    public int DoneTextCount { get; internal init; }

    /// <summary>The number of texts in an epoch.</summary>
    public int TextCount { get; internal init; }

    /// <summary>The mean of −L over the texts of this epoch so far, in nats and without class weights.</summary>
    public double Loss { get; internal init; }

    /// <summary>The fraction of the texts of this epoch so far that was classified correctly, from 0 to 1.</summary>
    public double Accuracy { get; internal init; }

    /// <summary>The held-out accuracy after the last completed epoch; <see langword="null"/> if there is none.</summary>
    public double? HeldOutAccuracy { get; internal init; }

    /// <summary>The number of known words trained on per second, over all epochs so far.</summary>
    public double WordsPerSecond { get; internal init; }

    /// <summary>The time since training began.</summary>
    public TimeSpan Elapsed { get; internal init; }

    /// <summary>
    /// The estimated time for the remaining texts, at the speed so far; <see langword="null"/> while that speed isn't meaningful, as in the
    /// first report, whose time is mostly startup.
    /// </summary>
    public TimeSpan? Remaining { get; internal init; }

    /// <summary>At the end of an epoch, what this rank exchanged with the others in it; otherwise <see langword="null"/>.</summary>
    /// <remarks>Always <see langword="null"/> for a single process.</remarks>
    public ExchangeReport? Exchange { get; internal init; }

    /// <summary>Formats the epoch, its progress and its figures so far.</summary>
    /// <returns>One line, in the invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"epoch {Epoch} of {EpochCount}: {DoneTextCount} of {TextCount} texts, loss {Loss:F4}, accuracy {Accuracy:F4}");
}

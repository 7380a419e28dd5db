namespace MaxPoolConvNet.Training;

/// <summary>The results of one epoch. Immutable and thread-safe.</summary>
public sealed class EpochReport
{
    internal EpochReport(int epoch, double loss, double accuracy, double? heldOutLoss, double? heldOutAccuracy)
    {
        Epoch = epoch;
        Loss = loss;
        Accuracy = accuracy;
        HeldOutLoss = heldOutLoss;
        HeldOutAccuracy = heldOutAccuracy;
    }

    internal EpochReport(EpochReport report, ExchangeReport exchange)
        : this(report.Epoch, report.Loss, report.Accuracy, report.HeldOutLoss, report.HeldOutAccuracy) => Exchange = exchange;

    /// <summary>The number of the epoch, from 1.</summary>
    public int Epoch { get; }

    /// <summary>
    /// The mean of −L over the training texts, in nats and without class weights. Each text is measured with dropout, before its own step.
    /// </summary>
    /// <remarks>With several networks, the loss is their mean.</remarks>
    public double Loss { get; }

    /// <summary>
    /// The fraction of the training texts that was classified correctly, from 0 to 1, measured like <see cref="Loss"/>. With several labels
    /// per text, exactly the labels of the text must be predicted.
    /// </summary>
    public double Accuracy { get; }

    /// <summary>
    /// The mean of −L of the averaged network over the held-out texts, after the epoch and without dropout; <see langword="null"/> if
    /// none are held out.
    /// </summary>
    public double? HeldOutLoss { get; }

    /// <summary>The fraction of the held-out texts that was classified correctly; <see langword="null"/> if none are held out.</summary>
    public double? HeldOutAccuracy { get; }

    /// <summary>What this rank exchanged with the others in the epoch; <see langword="null"/> for a single process.</summary>
    /// <remarks>Also <see langword="null"/> for the epochs before the checkpoint from which training was resumed.</remarks>
    public ExchangeReport? Exchange { get; }

    /// <summary>Formats the epoch and its figures.</summary>
    /// <returns>One line, in the invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant($"epoch {Epoch}: loss {Loss:F4}, accuracy {Accuracy:F4}")
        + (HeldOutAccuracy is null
            ? ""
            : FormattableString.Invariant($", held-out loss {HeldOutLoss:F4}, held-out accuracy {HeldOutAccuracy:F4}"));
}

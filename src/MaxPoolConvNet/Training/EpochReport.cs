namespace MaxPoolConvNet.Training;

/// <summary>What an epoch came to. Immutable and thread-safe.</summary>
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

    /// <summary>Its number, from 1 on.</summary>
    public int Epoch { get; }

    /// <summary>
    /// The mean of −L over the training texts, in nats and without class weights, as they were met: with dropout, before their own step; of
    /// several networks the mean.
    /// </summary>
    public double Loss { get; }

    /// <summary>
    /// The fraction of them that was classified correctly (of texts with several labels: all their labels and no others), from 0 to 1, in the
    /// same way.
    /// </summary>
    public double Accuracy { get; }

    /// <summary>
    /// The mean of −L over the held-out texts after the epoch, without dropout, by the averaged network; <see langword="null"/> if none are held out.
    /// </summary>
    public double? HeldOutLoss { get; }

    /// <summary>The fraction of the held-out texts that is classified correctly; <see langword="null"/> if none are held out.</summary>
    public double? HeldOutAccuracy { get; }

    /// <summary>The epoch and its figures.</summary>
    /// <returns>One line, invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant($"epoch {Epoch}: loss {Loss:F4}, accuracy {Accuracy:F4}")
        + (HeldOutAccuracy is null ? "" : FormattableString.Invariant($", held-out loss {HeldOutLoss:F4}, held-out accuracy {HeldOutAccuracy:F4}"));
}

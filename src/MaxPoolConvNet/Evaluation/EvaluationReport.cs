namespace MaxPoolConvNet;

/// <summary>How well a classifier recognized texts.</summary>
/// <param name="Confusion">Which labels were recognized as which.</param>
/// <param name="Loss">The mean of −L, in nats.</param>
public sealed record EvaluationReport(ConfusionMatrix Confusion, double Loss)
{
    /// <summary>The part of the texts that was recognized, from 0 to 1.</summary>
    public double Accuracy => (double)Confusion.Correct / Confusion.Total;
}

namespace MaxPoolConvNet.Evaluation;

/// <summary>Two labels that are hard to distinguish. Immutable and thread-safe.</summary>
public sealed class ConfusablePair
{
    internal ConfusablePair(string first, string second, int firstAsSecond, int secondAsFirst, double error)
    {
        First = first;
        Second = second;
        FirstAsSecondCount = firstAsSecond;
        SecondAsFirstCount = secondAsFirst;
        Error = error;
    }

    /// <summary>The label that comes first in ordinal order.</summary>
    public string First { get; }

    /// <summary>The other label.</summary>
    public string Second { get; }

    /// <summary>The number of texts of <see cref="First"/> for which <see cref="Second"/> is more probable.</summary>
    public int FirstAsSecondCount { get; }

    /// <summary>The number of texts of <see cref="Second"/> for which <see cref="First"/> is more probable.</summary>
    public int SecondAsFirstCount { get; }

    /// <summary>The mean, over both labels, of the fraction of texts for which the other label is more probable: 0.5 is chance.</summary>
    public double Error { get; }

    /// <summary>The labels and the error.</summary>
    /// <returns>One line, invariant culture. Control characters of labels are replaced.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{SafeText.ForTerminal(First)} and {SafeText.ForTerminal(Second)}: error {Error:F4}");
}

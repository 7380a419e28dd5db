namespace MaxPoolConvNet.Evaluation;

/// <summary>The texts of one label that were predicted to have one label, the same or another. Immutable and thread-safe.</summary>
public sealed class ConfusionEntry
{
    internal ConfusionEntry(string actual, string predicted, int textCount)
    {
        Actual = actual;
        Predicted = predicted;
        TextCount = textCount;
    }

    /// <summary>The label that the texts have.</summary>
    public string Actual { get; }

    /// <summary>The label that was predicted.</summary>
    public string Predicted { get; }

    /// <summary>The number of these texts, from 1.</summary>
    public int TextCount { get; }

    /// <summary>Formats both labels and the number.</summary>
    /// <returns>One line, in the invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant($"{Actual} predicted as {Predicted}: {TextCount}");
}

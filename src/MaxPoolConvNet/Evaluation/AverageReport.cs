namespace MaxPoolConvNet.Evaluation;

/// <summary>Precision, recall and F1 of all labels together. Immutable and thread-safe.</summary>
public sealed class AverageReport
{
    internal AverageReport(double precision, double recall, double f1)
    {
        Precision = precision;
        Recall = recall;
        F1 = f1;
    }

    /// <summary>The average precision, from 0 to 1.</summary>
    public double Precision { get; }

    /// <summary>The average recall, from 0 to 1.</summary>
    public double Recall { get; }

    /// <summary>The average F1, from 0 to 1.</summary>
    public double F1 { get; }

    /// <summary>Formats the three figures.</summary>
    /// <returns>One line, in the invariant culture.</returns>
    public override string ToString() => FormattableString.Invariant($"precision {Precision:F4}, recall {Recall:F4}, F1 {F1:F4}");
}

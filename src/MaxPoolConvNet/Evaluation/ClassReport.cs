namespace MaxPoolConvNet.Evaluation;

/// <summary>Precision, recall and F1 of one label. A ratio of 0/0 counts as 0.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ClassReport
{
    internal ClassReport(string label, ClassCounts counts)
    {
        Label = label;
        Precision = counts.Precision;
        Recall = counts.Recall;
        F1 = counts.F1;
        Support = counts.Actual;
    }

    /// <summary>The label.</summary>
    public string Label { get; }

    /// <summary>The fraction of the texts predicted to have this label that have it, from 0 to 1; 0 if it was never predicted.</summary>
    public double Precision { get; }

    /// <summary>The fraction of the texts with this label that were predicted to have it, from 0 to 1; 0 if no text has it.</summary>
    public double Recall { get; }

    /// <summary>
    /// The harmonic mean 2·precision·recall / (precision + recall), from 0 to 1; 0 if no text with this label was predicted to have it.
    /// </summary>
    public double F1 { get; }

    /// <summary>The number of texts with this label.</summary>
    public int Support { get; }

    /// <summary>Formats the label and its figures.</summary>
    /// <returns>One line, in the invariant culture.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{Label}: precision {Precision:F4}, recall {Recall:F4}, F1 {F1:F4}, support {Support}");
}

using System.Diagnostics;

namespace MaxPoolConvNet.Evaluation;

/// <summary>A label's F1 in two classifiers on the same texts. Immutable and thread-safe.</summary>
[DebuggerDisplay("{Label}, {SupportCount} texts")]
public sealed class ComparedLabel
{
    internal ComparedLabel(string label, int supportCount, ComparedFigure f1)
    {
        Label = label;
        SupportCount = supportCount;
        F1 = f1;
    }

    /// <summary>The label.</summary>
    public string Label { get; }

    /// <summary>The number of texts that have the label.</summary>
    public int SupportCount { get; }

    /// <summary>The harmonic mean of precision and recall.</summary>
    public ComparedFigure F1 { get; }
}

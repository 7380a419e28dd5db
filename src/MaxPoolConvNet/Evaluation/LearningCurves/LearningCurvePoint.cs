using System.Diagnostics;

namespace MaxPoolConvNet.Evaluation;

/// <summary>The accuracy for a number of training texts: measured, or forecast. Immutable and thread-safe.</summary>
[DebuggerDisplay("{TextCount} texts: {Accuracy}, {Lower} … {Upper}")]
public sealed class LearningCurvePoint
{
    internal LearningCurvePoint(int textCount, double accuracy, double lower, double upper)
    {
        TextCount = textCount;
        Accuracy = accuracy;
        Lower = lower;
        Upper = upper;
    }

    /// <summary>The number of training texts; measured, the mean of the folds.</summary>
    public int TextCount { get; }

    /// <summary>The accuracy, from 0 to 1; measured, the mean of the folds.</summary>
    public double Accuracy { get; }

    /// <summary>The lower end of the 95 % interval, from 0 to 1.</summary>
    public double Lower { get; }

    /// <summary>The upper end of the 95 % interval, from 0 to 1.</summary>
    public double Upper { get; }
}

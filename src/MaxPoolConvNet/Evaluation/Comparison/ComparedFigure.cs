using System.Diagnostics;

namespace MaxPoolConvNet.Evaluation;

/// <summary>A figure of two classifiers on the same texts. Immutable and thread-safe.</summary>
[DebuggerDisplay("{First} → {Second}, {Lower} … {Upper}")]
public sealed class ComparedFigure
{
    internal ComparedFigure(double first, double second, double lower, double upper)
    {
        First = first;
        Second = second;
        Lower = lower;
        Upper = upper;
    }

    /// <summary>The first classifier's figure.</summary>
    public double First { get; }

    /// <summary>The second classifier's figure.</summary>
    public double Second { get; }

    /// <summary><see cref="Second"/> − <see cref="First"/>.</summary>
    public double Difference => Second - First;

    /// <summary>The lower end of the interval of the difference.</summary>
    public double Lower { get; }

    /// <summary>The upper end of the interval of the difference.</summary>
    public double Upper { get; }

    /// <summary>Whether the interval of the difference is above 0.</summary>
    public bool IsHigher => Lower > 0;

    /// <summary>Whether the interval of the difference is below 0.</summary>
    public bool IsLower => Upper < 0;
}

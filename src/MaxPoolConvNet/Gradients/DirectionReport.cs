using System.Globalization;

namespace MaxPoolConvNet.Networks;

/// <summary>
/// How the gradients compare with the slope along a random direction in which all parameters move at once, each by a number of its own from
/// ±[0.5, 1.5). Immutable and thread-safe.
/// </summary>
public sealed class DirectionReport
{
    internal DirectionReport(double analytic, double numerical, double length, bool isAtKink, bool hasPassed)
    {
        Analytic = analytic;
        Numerical = numerical;
        Length = length;
        IsAtKink = isAtKink;
        HasPassed = hasPassed;
    }

    /// <summary>The sum of all entries of all gradients, each times its number in the direction.</summary>
    public double Analytic { get; }

    /// <summary>The slope of the log-likelihood in the direction.</summary>
    public double Numerical { get; }

    /// <summary>The length of the gradient, ‖∂L/∂θ‖₂ over all parameters: what a difference is measured by.</summary>
    public double Length { get; }

    /// <summary>Whether no step was small enough to stay clear of kinks: nothing was compared.</summary>
    public bool IsAtKink { get; }

    /// <summary>Whether both agree within the tolerance, or nothing was compared and all gradients are finite.</summary>
    public bool HasPassed { get; }

    /// <summary>A line of text.</summary>
    /// <returns>Without a line end.</returns>
    public override string ToString() => IsAtKink
        ? $"all parameters at once: kinks on every side, not compared{(HasPassed ? "" : "; a gradient isn't finite: WRONG")}"
        : string.Create(CultureInfo.InvariantCulture, $"all parameters at once: slope {Analytic:R} for {Numerical:R}, gradient of length {Length:G3}{(HasPassed ? "" : ": WRONG")}");
}

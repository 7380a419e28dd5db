using System.Globalization;

namespace MaxPoolConvNet.Networks;

/// <summary>Compares the gradients with the slope along a random direction. Immutable and thread-safe.</summary>
/// <remarks>All parameters move at once, each entry by its own random factor from ±[0.5, 1.5).</remarks>
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

    /// <summary>The analytic slope: the sum of all gradient entries, each times its factor in the direction.</summary>
    public double Analytic { get; }

    /// <summary>The numerical slope of the log-likelihood in the direction.</summary>
    public double Numerical { get; }

    /// <summary>The length of the gradient, ‖∂L/∂θ‖₂ over all parameters. Differences are relative to it.</summary>
    public double Length { get; }

    /// <summary>Whether no step was small enough to avoid kinks, so that nothing was compared.</summary>
    public bool IsAtKink { get; }

    /// <summary>Whether both slopes agree within the tolerance, or nothing was compared and all gradients are finite.</summary>
    public bool HasPassed { get; }

    /// <summary>Returns the comparison as one line of text.</summary>
    /// <returns>The line, without a line break.</returns>
    public override string ToString() => IsAtKink
        ? $"all parameters at once: kinks on every side, not compared{(HasPassed ? "" : "; a gradient isn't finite: WRONG")}"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"all parameters at once: slope {Analytic:R} for {Numerical:R}, gradient of length {Length:G3}{(HasPassed ? "" : ": WRONG")}");
}

using System.Globalization;

namespace MaxPoolConvNet;

/// <summary>How the gradients compare with the slope along a random direction in which all parameters move at once, each by a number of its own from ±[0.5, 1.5).</summary>
/// <param name="Analytic">The sum of all entries of all gradients, each times its number in the direction.</param>
/// <param name="Numerical">The slope of the log-likelihood in the direction.</param>
/// <param name="Length">The length of the gradient, ‖∂L/∂θ‖₂ over all parameters: what a difference is measured by.</param>
/// <param name="AtKink">No step was small enough to stay clear of kinks: nothing was compared.</param>
/// <param name="Passed">Whether both agree within the tolerance, or nothing was compared and all gradients are finite.</param>
public sealed record DirectionReport(double Analytic, double Numerical, double Length, bool AtKink, bool Passed)
{
    /// <summary>A line of text.</summary>
    /// <returns>Without a line end.</returns>
    public override string ToString() => AtKink
        ? $"all parameters at once: kinks on every side, not compared{(Passed ? "" : "; a gradient isn't finite: WRONG")}"
        : string.Create(CultureInfo.InvariantCulture, $"all parameters at once: slope {Analytic:R} for {Numerical:R}, gradient of length {Length:G3}{(Passed ? "" : ": WRONG")}");
}

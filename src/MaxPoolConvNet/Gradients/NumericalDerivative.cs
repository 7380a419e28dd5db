namespace MaxPoolConvNet.Networks;

/// <summary>The derivative at 0 of a function of one number, computed from its values only.</summary>
internal readonly struct NumericalDerivative(double value, double step, bool atKink)
{
    private const int Levels = 10;
    private const double SmallestStep = 1e-12;

    /// <summary>The derivative; 0 if <see cref="AtKink"/> is set.</summary>
    public double Value { get; } = value;

    /// <summary>The smallest step that was used: values rounded by u make the derivative uncertain by about u / step.</summary>
    public double Step { get; } = step;

    /// <summary>Whether there was a kink on both sides, however small the step.</summary>
    public bool AtKink { get; } = atKink;

    /// <summary>Computes the derivative from differences over ±step.</summary>
    /// <remarks>
    /// The step is halved again and again, and the differences are extrapolated to step 0 (Richardson 1911); the extrapolation with the
    /// smallest last corrections is used (Ridders 1982). If a kink lies within ±step on one side, only the other side is used; if on both,
    /// the step shrinks.
    /// </remarks>
    /// <param name="function">The function; returns null if a kink lies between 0 and its argument.</param>
    /// <param name="atZero">Its value at 0.</param>
    /// <param name="step">The first step.</param>
    /// <param name="shrink">The factor by which the step shrinks at kinks.</param>
    public static NumericalDerivative Of(Func<double, double?> function, double atZero, double step, double shrink)
    {
        for (; step >= SmallestStep; step *= shrink)
        {
            double? up = function(step);
            double? down = function(-step);
            if (up is { } above && down is { } below)
            {
                if (above == below) return new NumericalDerivative(0, step, false);
                return Extrapolate(t => (function(t) - function(-t)) / (2 * t), (above - below) / (2 * step), step, order: 2);
            }

            if ((up ?? down) is not { } value) continue;
            if (value == atZero) return new NumericalDerivative(0, step, false);
            double side = up is null ? -1 : 1;
            return Extrapolate(t => (function(side * t) - atZero) / (side * t), (value - atZero) / (side * step), step, order: 1);
        }

        return new NumericalDerivative(0, step, true);
    }

    /// <param name="difference">The quotient for a step; its error is a series in step^order. Null at a kink.</param>
    /// <param name="first">The quotient for the first step.</param>
    /// <param name="step">The first step.</param>
    /// <param name="order">2 for central differences, 1 for one-sided ones.</param>
    private static NumericalDerivative Extrapolate(Func<double, double?> difference, double first, double step, int order)
    {
        Span<double> row = stackalloc double[Levels];
        Span<double> previous = stackalloc double[Levels];
        previous[0] = first;
        var best = new NumericalDerivative(first, step, false);
        double smallestCorrection = double.PositiveInfinity;
        int firstThatCounts = order == 1 ? 5 : 3;
        for (int level = 1; level < Levels; level++)
        {
            step /= 2;
            if (difference(step) is not { } quotient) break;
            row[0] = quotient;
            for (int column = 1; column <= level; column++)
            {
                double power = 1 << (order * column);
                row[column] = ((power * row[column - 1]) - previous[column - 1]) / (power - 1);
            }

            // early corrections can be small by chance and don't count; later ones grow only once rounding dominates
            double correction = Math.Max(Math.Abs(row[level] - row[level - 1]), Math.Abs(row[level] - previous[level - 1]));
            if (level <= firstThatCounts || correction < smallestCorrection)
            {
                best = new NumericalDerivative(row[level], step, false);
                if (level >= firstThatCounts) smallestCorrection = correction;
            }
            else if (correction > 4 * smallestCorrection)
            {
                break;
            }

            row.CopyTo(previous);
        }

        return best;
    }
}

namespace MaxPoolConvNet.Evaluation;

/// <summary>
/// An error rate that falls with the number n of texts: a + b·n^(−c), with a and b of at least 0 (Hestness et al. 2017, "Deep Learning
/// Scaling is Predictable, Empirically").
/// </summary>
internal readonly struct PowerLaw(double limit, double factor, double exponent)
{
    private const int Exponents = 196;

    /// <summary>a, the error rate that no number of texts falls below.</summary>
    public double Limit { get; } = limit;

    /// <summary>b.</summary>
    public double Factor { get; } = factor;

    /// <summary>c, from 0.05 to 2.</summary>
    public double Exponent { get; } = exponent;

    public double At(double texts) => Math.Clamp(Limit + (Factor * Math.Pow(texts, -Exponent)), 0, 1);

    /// <summary>Finds the law with the least sum of squared differences.</summary>
    /// <param name="points">At least three different numbers of texts, and the error rates measured for them.</param>
    public static PowerLaw Fit(ReadOnlySpan<(double Texts, double Error)> points)
    {
        (PowerLaw best, double least) = (default, double.PositiveInfinity);
        for (int step = 0; step < Exponents; step++)
        {
            PowerLaw law = Fit(points, 0.05 + (0.01 * step));
            double squares = 0;
            foreach ((double texts, double error) in points)
                squares += Math.Pow(error - law.Limit - (law.Factor * Math.Pow(texts, -law.Exponent)), 2);
            if (squares < least) (best, least) = (law, squares);
        }

        return best;
    }

    /// <summary>The best a and b for an exponent: those of linear regression, or the best with one of them 0.</summary>
    private static PowerLaw Fit(ReadOnlySpan<(double Texts, double Error)> points, double exponent)
    {
        (double x, double y, double xx, double xy) = (0, 0, 0, 0);
        foreach ((double texts, double error) in points)
        {
            double power = Math.Pow(texts, -exponent);
            x += power;
            y += error;
            xx += power * power;
            xy += power * error;
        }

        double factor = ((points.Length * xy) - (x * y)) / ((points.Length * xx) - (x * x));
        double limit = (y - (factor * x)) / points.Length;
        if (factor < 0) return new PowerLaw(y / points.Length, 0, exponent);
        return limit < 0 ? new PowerLaw(0, xy / xx, exponent) : new PowerLaw(limit, factor, exponent);
    }
}

namespace MaxPoolConvNet.Benchmarks.Scaling;

/// <summary>y = c · x^e, fitted by least squares to the logarithms of measured points.</summary>
internal static class PowerLaw
{
    /// <returns>e: 1 where y grows linearly, 0 where it stays.</returns>
    public static double Exponent(IEnumerable<(double X, double Y)> points)
    {
        (double X, double Y)[] logarithms = [.. points.Select(point => (Math.Log(point.X), Math.Log(point.Y)))];
        double meanX = logarithms.Average(point => point.X);
        double meanY = logarithms.Average(point => point.Y);
        double covariance = logarithms.Sum(point => (point.X - meanX) * (point.Y - meanY));
        return covariance / logarithms.Sum(point => (point.X - meanX) * (point.X - meanX));
    }
}

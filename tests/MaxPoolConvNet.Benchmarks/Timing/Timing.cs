using System.Globalization;

namespace MaxPoolConvNet.Benchmarks;

/// <summary>How long a piece of work takes, in seconds.</summary>
/// <param name="Median">Of all rounds.</param>
/// <param name="Least">The fastest round.</param>
/// <param name="Most">The slowest round.</param>
internal sealed record Timing(double Median, double Least, double Most)
{
    public static Timing Of(IReadOnlyList<double> seconds) => new(seconds.Order().ElementAt(seconds.Count / 2), seconds.Min(), seconds.Max());

    /// <summary>The median with a fitting unit, and the range.</summary>
    public override string ToString()
    {
        (double factor, string unit) = Median switch { < 1e-3 => (1e6, "µs"), < 1 => (1e3, "ms"), _ => (1.0, "s") };
        return string.Create(CultureInfo.InvariantCulture, $"{Median * factor:G3} {unit} ({Least * factor:G3} to {Most * factor:G3})");
    }
}

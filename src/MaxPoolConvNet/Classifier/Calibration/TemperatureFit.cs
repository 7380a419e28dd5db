using MathNet.Numerics.RootFinding;
using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet;

/// <summary>Fits one slope β = 1/T for all logits by penalized maximum likelihood.</summary>
/// <remarks>
/// Maximizes Σ_i w_i·L_i(β·z_i) − (β − 1)²/2σ² with σ = 0.5. L is concave in β, so the derivative Σ_i w_i·(y_i − o_i)·z_i − (β − 1)/σ²
/// has at most one root.
/// </remarks>
internal static class TemperatureFit
{
    /// <summary>The slopes that are considered.</summary>
    public static readonly NumberRange<double> Range = new(0.02, 20);

    private const double Variance = 0.5 * 0.5;
    private const double Accuracy = 1e-9;
    private const int MostIterations = 100;

    /// <param name="scores">The logits and targets.</param>
    /// <param name="function">Converts logits to probabilities.</param>
    /// <param name="weights">The class weights; null if all are 1.</param>
    public static double Slope(FoldScores scores, IOutputFunction<double> function, ErrorWeights? weights)
    {
        double[] scaled = new double[scores.LogitCount];
        double[] errors = new double[scores.LogitCount];
        double Derivative(double slope)
        {
            double sum = (1 - slope) / Variance;
            for (int t = 0; t < scores.Count; t++)
            {
                ReadOnlySpan<float> logits = scores.Logits(t);
                for (int c = 0; c < logits.Length; c++)
                    scaled[c] = slope * logits[c];
                function.Errors(scaled, scores.Target(t), errors);
                weights?.Apply<double>(scores.Target(t), errors);
                for (int c = 0; c < logits.Length; c++)
                    sum += errors[c] * logits[c];
            }

            return sum;
        }

        return Root(Derivative, Range);
    }

    /// <summary>Returns the root of a falling function; the nearest end of the range if there is none in it.</summary>
    public static double Root(Func<double, double> falling, NumberRange<double> range)
    {
        if (falling(range.Least) <= 0) return range.Least;
        if (falling(range.Most) >= 0) return range.Most;
        return Brent.TryFindRoot(falling, range.Least, range.Most, Accuracy, MostIterations, out double root) ? root : 1;
    }
}

using System.Globalization;

namespace MaxPoolConvNet.Benchmarks.Accuracy.Baselines;

/// <summary>
/// Tells one side from the other between naive Bayes, all of whose weights on r∘f are equal, and the support vector machine's w and b:
/// (1 − β)·w̄·Σ(r∘f) + β·(w·(r∘f) + b), with w̄ = ‖w‖₁/|V| (Wang and Manning 2012, equation 7).
/// </summary>
/// <remarks>
/// The equation leaves the bias open. It is a part of the machine's decision, so β weighs it as well. Taken whole it outweighs the four
/// times smaller weights: five folds of TREC's training questions are then told with 82.1 % instead of 86.8 %.
/// </remarks>
internal sealed class NbsvmScore
{
    private const double Beta = 0.25;

    private readonly double[] _weights;
    private readonly double _bias;

    /// <param name="texts">The features of each training text.</param>
    /// <param name="isPositive">The side of each.</param>
    /// <param name="count">The number of features, |V|.</param>
    /// <param name="seed">The seed of the order of the texts.</param>
    public NbsvmScore(int[][] texts, bool[] isPositive, int count, int seed)
    {
        double[] ratios = LogCountRatios.Of(texts, isPositive, count);
        (double[] weights, double bias) = DualCoordinateDescent.Fit(texts, isPositive, ratios, seed);
        double mean = weights.Sum(Math.Abs) / count;
        _weights = [.. weights.Zip(ratios, (weight, ratio) => (((1 - Beta) * mean) + (Beta * weight)) * ratio)];
        _bias = Beta * bias;
    }

    public static string Settings => string.Create(CultureInfo.InvariantCulture, $"β {Beta} for weights and bias");

    /// <returns>Above 0 for the positive side.</returns>
    public double Of(int[] text) => _bias + text.Sum(feature => _weights[feature]);
}

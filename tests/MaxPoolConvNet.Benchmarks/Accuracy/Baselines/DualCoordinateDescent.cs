using System.Globalization;

namespace MaxPoolConvNet.Benchmarks.Accuracy.Baselines;

/// <summary>
/// A linear support vector machine with the squared hinge loss: the w that minimizes ½‖w‖² + C·Σ max(0, 1 − y·w·x)², found one dual
/// variable at a time (Hsieh et al. 2008, "A dual coordinate descent method for large-scale linear SVM", algorithm 1). A text's x is the
/// weight of each of its features, and 1 for the bias, which is bounded as the others are.
/// </summary>
internal static class DualCoordinateDescent
{
    private const double Cost = 1;

    /// <summary>Between the most and the least derivative by a dual variable, where it ends.</summary>
    private const double Tolerance = 0.1;

    /// <summary>
    /// Ends it before. Of SST's phrases, many alike with different labels, a few dual variables are on the move for hundreds of passes;
    /// what is minimized is then within 0.1 % of its end (SST-2).
    /// </summary>
    private const int MostPasses = 100;

    public static string Settings => string.Create(
        CultureInfo.InvariantCulture, $"squared hinge loss, C {Cost}, tolerance {Tolerance}, at most {MostPasses} passes");

    /// <param name="texts">The features of each text.</param>
    /// <param name="isPositive">Whether y is 1; it is −1 else.</param>
    /// <param name="featureWeights">The entry of x for each feature that a text has.</param>
    /// <param name="seed">The seed of the order of the texts.</param>
    /// <returns>w for each feature, and for the bias.</returns>
    public static (double[] Weights, double Bias) Fit(int[][] texts, bool[] isPositive, double[] featureWeights, int seed)
    {
        double[] weights = new double[featureWeights.Length];
        double bias = 0;
        double[] duals = new double[texts.Length];
        double[] squares = [.. featureWeights.Select(weight => weight * weight)];
        double[] curvatures = [.. texts.Select(text => 1 + (0.5 / Cost) + text.Sum(feature => squares[feature]))];
        int[] order = [.. Enumerable.Range(0, texts.Length)];
        var random = new Random(seed);
        double violation = double.PositiveInfinity;
        for (int pass = 0; pass < MostPasses && violation > Tolerance; pass++)
        {
            random.Shuffle(order);
            double least = 0;
            double most = 0;
            foreach (int text in order)
            {
                double y = isPositive[text] ? 1 : -1;
                double sum = bias;
                foreach (int feature in texts[text])
                    sum += weights[feature] * featureWeights[feature];
                double slope = (y * sum) - 1 + (duals[text] * 0.5 / Cost);
                double projected = duals[text] > 0 ? slope : Math.Min(slope, 0);
                least = Math.Min(least, projected);
                most = Math.Max(most, projected);
                if (projected == 0) continue;

                double dual = Math.Max(duals[text] - (slope / curvatures[text]), 0);
                double step = (dual - duals[text]) * y;
                duals[text] = dual;
                bias += step;
                foreach (int feature in texts[text])
                    weights[feature] += step * featureWeights[feature];
            }

            violation = most - least;
        }

        return (weights, bias);
    }
}

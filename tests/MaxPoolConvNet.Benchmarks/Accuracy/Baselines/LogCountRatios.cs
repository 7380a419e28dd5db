using System.Globalization;

namespace MaxPoolConvNet.Benchmarks.Accuracy.Baselines;

/// <summary>
/// How much a feature speaks for the one side: r = log((p / ‖p‖₁) / (q / ‖q‖₁)), where p is α plus in how many texts of that side it is,
/// and q the same of the other (Wang and Manning 2012, section 2.1, with binarized features).
/// </summary>
internal static class LogCountRatios
{
    private const double Alpha = 1;

    public static string Settings => string.Create(CultureInfo.InvariantCulture, $"α {Alpha}");

    /// <param name="texts">The features of each text.</param>
    /// <param name="isPositive">The side of each text.</param>
    /// <param name="count">The number of features.</param>
    /// <returns>r, a number for each feature.</returns>
    public static double[] Of(int[][] texts, bool[] isPositive, int count)
    {
        double[] positive = new double[count];
        double[] negative = new double[count];
        Array.Fill(positive, Alpha);
        Array.Fill(negative, Alpha);
        for (int text = 0; text < texts.Length; text++)
        {
            double[] side = isPositive[text] ? positive : negative;
            foreach (int feature in texts[text])
                side[feature]++;
        }

        double logOfNorms = Math.Log(positive.Sum() / negative.Sum());
        double[] ratios = new double[count];
        for (int feature = 0; feature < count; feature++)
            ratios[feature] = Math.Log(positive[feature] / negative[feature]) - logOfNorms;
        return ratios;
    }
}

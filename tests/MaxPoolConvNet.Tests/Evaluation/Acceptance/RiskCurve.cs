using MathNet.Numerics.Distributions;
using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tests;

/// <summary>A population of answers with known probabilities and known risks, to draw from.</summary>
/// <param name="probabilities">The probabilities of equally frequent answers, in descending order.</param>
/// <param name="risks">The probability that each of them is wrong.</param>
internal sealed class RiskCurve(double[] probabilities, double[] risks)
{
    private const int Cells = 4_000;

    /// <summary>
    /// A calibrated classifier of two labels with normally distributed log-odds. With a spread of 2.2 about 80 % are right, as in film
    /// reviews; with 5.8 about 91 %, as in questions.
    /// </summary>
    /// <param name="spread">The standard deviation of the log-odds.</param>
    /// <param name="sureness">1 for true probabilities; 2 for log-odds that are twice as large as they should be.</param>
    public static RiskCurve Calibrated(double spread, double sureness = 1)
    {
        double[] odds = [.. Enumerable.Range(0, Cells).Select(cell => spread * Normal.InvCDF(0, 1, 1 - ((cell + 0.5) / Cells / 2)))];
        return new RiskCurve([.. odds.Select(one => Sigmoid(sureness * one))], [.. odds.Select(one => 1 - Sigmoid(one))]);
    }

    /// <summary>Probabilities like <see cref="Calibrated"/>, and a risk by the fraction of more probable answers.</summary>
    public static RiskCurve Of(Func<double, double> risk) =>
        new(Calibrated(2.2)._probabilities, [.. Enumerable.Range(0, Cells).Select(cell => risk((cell + 0.5) / Cells))]);

    private readonly double[] _probabilities = probabilities;

    public ScoredDecision[] Draw(int count, Random random)
    {
        var decisions = new ScoredDecision[count];
        for (int d = 0; d < count; d++)
        {
            int cell = random.Next(_probabilities.Length);
            decisions[d] = new ScoredDecision(_probabilities[cell], random.NextDouble() >= risks[cell]);
        }

        return decisions;
    }

    /// <summary>The fraction of the answers that a threshold accepts, and the fraction of these that is wrong.</summary>
    public (double Coverage, double Risk) At(double threshold)
    {
        int accepted = _probabilities.TakeWhile(probability => probability >= threshold).Count();
        return ((double)accepted / _probabilities.Length, accepted == 0 ? 0 : risks.Take(accepted).Average());
    }

    /// <summary>The largest fraction that a threshold can accept without more wrong answers than a rate.</summary>
    public double BestCoverage(double rate)
    {
        double sum = 0;
        int best = 0;
        for (int cell = 0; cell < risks.Length; cell++)
        {
            sum += risks[cell];
            if (sum <= rate * (cell + 1)) best = cell + 1;
        }

        return (double)best / risks.Length;
    }

    private static double Sigmoid(double odds) => 1 / (1 + Math.Exp(-odds));
}

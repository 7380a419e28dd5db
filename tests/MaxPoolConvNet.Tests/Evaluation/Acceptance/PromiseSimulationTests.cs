using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tests;

/// <summary>Promises made from draws of answers with known risks: at most 5 % of them may be broken.</summary>
public class PromiseSimulationTests
{
    /// <summary>With 1,500 draws, 5 % have a standard deviation of 0.56 %.</summary>
    private const double MostOfAFewDraws = 0.067;

    private const double MostOfManyDraws = 0.055;

    private delegate double? Chosen(ScoredDecision[] decisions, double rate);

    private static readonly Dictionary<string, (RiskCurve Curve, double Rate, int Count)> _cases = new()
    {
        ["true probabilities"] = (RiskCurve.Calibrated(2.2), 0.1, 400),
        ["true probabilities, more of them"] = (RiskCurve.Calibrated(2.2), 0.15, 1_500),
        ["true probabilities, most are right"] = (RiskCurve.Calibrated(5.8), 0.05, 600),
        ["probabilities that are too high"] = (RiskCurve.Calibrated(1.3, sureness: 2.5), 0.15, 800),
        ["probabilities that are too low"] = (RiskCurve.Calibrated(4, sureness: 0.4), 0.05, 500),
        ["a risk just above the rate, the same everywhere"] = (RiskCurve.Of(_ => 0.1001), 0.1, 500),
        ["the same of few answers"] = (RiskCurve.Of(_ => 0.2001), 0.2, 40),
        ["the surest are the worst"] = (RiskCurve.Of(above => above < 0.2 ? 0.16 : 0.09 + (0.2 * Math.Max(0, above - 0.5))), 0.1, 500),
        ["a risk that falls and never reaches the rate"] = (RiskCurve.Of(above => 0.11 - (0.009 * above)), 0.1, 500),
        ["a risk in waves"] = (RiskCurve.Of(above => 0.1 * (1 + (0.6 * Math.Sin(25 * above)))), 0.1, 700),
        ["few probabilities"] = (new RiskCurve([0.95, 0.9, 0.8, 0.7, 0.6], [0.02, 0.16, 0.13, 0.3, 0.4]), 0.1, 600),
        ["one probability"] = (new RiskCurve([1], [0.0501]), 0.05, 300),
    };

    public static TheoryData<string> Cases => [.. _cases.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void AFewDraws_KeepTheirPromise(string name) => Assert.InRange(Broken(name, draws: 1_500, Promised), 0, MostOfAFewDraws);

    [Theory]
    [MemberData(nameof(Cases))]
    [Trait("Category", "Slow")]
    public void ManyDraws_KeepTheirPromise(string name) => Assert.InRange(Broken(name, draws: 10_000, Promised), 0, MostOfManyDraws);

    // all rates at once, as training does, where a threshold of a smaller rate may serve a larger one
    [Fact]
    [Trait("Category", "Slow")]
    public void ManyDraws_KeepThePromisesOfAllRates()
    {
        const int Draws = 10_000;
        var curve = RiskCurve.Calibrated(3);
        int[] broken = new int[AcceptanceTable.Rates.Length];
        Parallel.For(0, Draws, draw =>
        {
            foreach (var promise in AcceptanceTest.Of(curve.Draw(300, new Random(draw))).Promises)
            {
                if (curve.At(promise.Minimums[0]).Risk > promise.Rate) Interlocked.Increment(ref broken[AcceptanceTable.Rates.IndexOf(promise.Rate)]);
            }
        });

        Assert.All(broken, one => Assert.InRange(one, 0, MostOfManyDraws * Draws));
        Assert.InRange(broken.Max(), 0.01 * Draws, MostOfManyDraws * Draws);
    }

    // a threshold whose accepted answers were wrong at most at the rate, without a bound on chance
    [Theory]
    [InlineData("true probabilities")]
    [InlineData("a risk just above the rate, the same everywhere")]
    [InlineData("few probabilities")]
    public void ABoundWithoutConfidence_IsCaught(string name)
    {
        static double? Hoped(ScoredDecision[] decisions, double rate) => ThresholdGrid.Count(decisions, 0)
            .Where(accepted => accepted.WrongCount <= rate * accepted.Count).Select(accepted => (double?)accepted.MinimumProbability).LastOrDefault();

        Assert.InRange(Broken(name, draws: 300, Hoped), 2 * MostOfAFewDraws, 1);
    }

    [Theory]
    [InlineData(2.2, 0.79, 0.81, 0.05, 0.7)]
    [InlineData(2.2, 0.79, 0.81, 0.1, 0.85)]
    [InlineData(5.8, 0.905, 0.915, 0.05, 0.9)]
    [InlineData(5.8, 0.905, 0.915, 0.1, 0.9)]
    public void ThePromise_AcceptsAlmostWhatTheBestThresholdWould(double spread, double leastRight, double mostRight, double rate, double least)
    {
        const int Draws = 30;
        var curve = RiskCurve.Calibrated(spread);
        Assert.InRange(1 - curve.At(0).Risk, leastRight, mostRight);

        double accepted = Enumerable.Range(0, Draws).Average(draw => Promised(curve.Draw(5_000, new Random(draw)), rate) is { } threshold ? curve.At(threshold).Coverage : 0);

        Assert.InRange(accepted / curve.BestCoverage(rate), least, 1);
    }

    private static double? Promised(ScoredDecision[] decisions, double rate) =>
        FixedSequenceTest.Loosest(ThresholdGrid.Count(decisions, 0), rate)?.MinimumProbability;

    /// <summary>The fraction of the draws whose threshold has a risk above the rate.</summary>
    private static double Broken(string name, int draws, Chosen chosen)
    {
        (RiskCurve curve, double rate, int count) = _cases[name];
        int broken = 0;
        Parallel.For(0, draws, draw =>
        {
            double? threshold = chosen(curve.Draw(count, new Random(draw)), rate);
            if (threshold is { } minimum && curve.At(minimum).Risk > rate) Interlocked.Increment(ref broken);
        });
        return (double)broken / draws;
    }
}

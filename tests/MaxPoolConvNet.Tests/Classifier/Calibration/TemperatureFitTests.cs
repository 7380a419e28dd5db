using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tests;

public class TemperatureFitTests
{
    [Theory]
    [InlineData(OutputKind.Logistic, 2, 0.5)]
    [InlineData(OutputKind.Logistic, 2, 3)]
    [InlineData(OutputKind.Softmax, 5, 2)]
    [InlineData(OutputKind.MultiLabel, 4, 1.5)]
    public void LogitsTimesATemperature_GiveItsInverse(OutputKind kind, int classes, double temperature)
    {
        FoldScores scores = Drawn(kind, classes, 20_000, temperature);

        double slope = TemperatureFit.Slope(scores, OutputFunctions.Of<double>(kind), null);

        Assert.Equal(1 / temperature, slope, 0.04 / temperature);
        double least = Penalized(scores, kind, slope);
        Assert.True(least < Penalized(scores, kind, slope * 1.001));
        Assert.True(least < Penalized(scores, kind, slope * 0.999));
    }

    [Fact]
    public void FewTextsThatAreAllRight_StayNearWhatTheyWere()
    {
        var scores = new FoldScores([Target.OfClass(1), Target.OfClass(0)], 1);
        (scores.Logits(0)[0], scores.Logits(1)[0]) = (2, -2);

        Assert.InRange(TemperatureFit.Slope(scores, OutputFunctions.Of<double>(OutputKind.Logistic), null), 1, 1.2);
    }

    [Fact]
    public void ALabelsSlopeAndOffset_AreFound()
    {
        var scores = new FoldScores([.. Enumerable.Range(0, 20_000).Select(t => Target.OfClasses(new CounterRandom(1).Uniform((ulong)t) < Probability(t) ? [0] : []))], 1);
        for (int t = 0; t < scores.Count; t++)
            scores.Logits(t)[0] = Z(t);

        (double slope, double offset) = LabelFit.Of(scores, 0, common: 0.9, weight: 1);

        Assert.Equal(0.7, slope, 0.05);
        Assert.Equal(-0.8, offset, 0.06);

        static float Z(int t) => ((t * 7 % 1000) / 100f) - 5;
        static double Probability(int t) => LogisticFunction.Probability((0.7 * Z(t)) - 0.8);
    }

    [Fact]
    public void ALabelOfFewTexts_HasTheCommonSlope()
    {
        var scores = new FoldScores([.. Enumerable.Range(0, 100).Select(t => Target.OfClasses(t < 19 ? [0] : []))], 2);
        for (int t = 0; t < scores.Count; t++)
            scores.Logits(t)[0] = (t % 5) - 2;

        (double slope, double offset) = LabelFit.Of(scores, 0, common: 0.6, weight: 1);

        Assert.Equal(0.6, slope);
        Assert.True(offset < -0.5);
        Assert.Equal((0.6, 0), LabelFit.Of(scores, 1, common: 0.6, weight: 1));
    }

    [Fact]
    public void ALabelThatIsPredictedTheWrongWayRound_KeepsAPositiveSlope()
    {
        var scores = new FoldScores([.. Enumerable.Range(0, 2_000).Select(t => Target.OfClasses(t % 2 == 0 ? [0] : []))], 1);
        for (int t = 0; t < scores.Count; t++)
            scores.Logits(t)[0] = t % 2 == 0 ? -3 : 3;

        Assert.InRange(LabelFit.Of(scores, 0, common: 0.5, weight: 1).Slope, 1e-20, 0.1);
        Assert.Equal(TemperatureFit.Range.Least, TemperatureFit.Slope(scores, OutputFunctions.Of<double>(OutputKind.MultiLabel), null));
    }

    private static double Penalized(FoldScores scores, OutputKind kind, double slope)
    {
        double sum = (slope - 1) * (slope - 1) / (2 * 0.25);
        for (int t = 0; t < scores.Count; t++)
            sum -= OutputFunctions.Of<double>(kind).LogLikelihood([.. scores.Logits(t).ToArray().Select(z => slope * z)], scores.Target(t));
        return sum;
    }

    /// <summary>Draws targets from the probabilities of random logits; the scores are the logits times a temperature.</summary>
    private static FoldScores Drawn(OutputKind kind, int classes, int count, double temperature)
    {
        IOutputFunction<double> function = OutputFunctions.Of<double>(kind);
        int rows = function.LogitsOf(classes);
        double[][] logits = [.. Enumerable.Range(0, count).Select(t => Enumerable.Range(0, rows).Select(c => 4 * new CounterRandom((ulong)t).Uniform((ulong)c) - 2).ToArray())];
        var scores = new FoldScores([.. logits.Select(Draw)], rows);
        for (int t = 0; t < count; t++)
        {
            for (int c = 0; c < rows; c++)
                scores.Logits(t)[c] = (float)(temperature * logits[t][c]);
        }

        return scores;

        Target Draw(double[] z, int t)
        {
            CounterRandom random = new CounterRandom(99).Stream((ulong)t);
            double[] probabilities = new double[classes];
            function.ClassProbabilities(z, probabilities);
            if (function.HasSeveralLabels) return Target.OfClasses([.. Enumerable.Range(0, classes).Where(c => random.Uniform((ulong)c) < probabilities[c])]);
            double left = random.Uniform(0);
            int drawn = 0;
            while (drawn < classes - 1 && (left -= probabilities[drawn]) > 0)
                drawn++;
            return Target.OfClass(drawn);
        }
    }
}

using CsCheck;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Networks;

namespace MaxPoolConvNet.Tests;

public class CalibrationTallyTests
{
    private static readonly Gen<(double Probability, bool Hit)[]> _texts = Gen.Select(Gen.Double[0, 1], Gen.Bool).Array[1, 200];

    [Fact]
    public void TwoBins_ByHand()
    {
        // (14/15, 1]: half were right for 0.95; (8/15, 9/15]: all were right for 0.55
        Assert.Equal(0.5 * 0.45 + 0.5 * 0.45, Error((0.95, true), (0.95, false), (0.55, true), (0.55, true)), 1e-15);
    }

    [Fact]
    public void ProbabilityOneIsPerfectWhereAllWereRightAndWorstWhereNoneWas()
    {
        Assert.Equal(0, Error((1, true), (1, true)));
        Assert.Equal(1, Error((1, false), (1, false)));
    }

    [Fact]
    public void AProbabilityThatIsTrueHasNoError() =>
        Assert.Equal(0, Error((0.75, true), (0.75, true), (0.75, false), (0.75, true)));

    [Fact]
    public void DifferencesCancelWithinABinOnly()
    {
        // 0.6 is the upper end of (8/15, 9/15], 0.61 lies above it
        Assert.Equal((0.55 - 0.4) / 2, Error((0.6, true), (0.55, false)), 1e-15);
        Assert.Equal((0.55 + 0.39) / 2, Error((0.61, true), (0.55, false)), 1e-15);
    }

    [Fact]
    public void TheError_IsTheFormula() => _texts.Sample(texts =>
    {
        double expected = 0;
        for (int m = 1; m <= 15; m++)
        {
            var bin = texts.Where(text => text.Probability * 15 > m - 1 && text.Probability * 15 <= m).ToList();
            if (bin.Count == 0) continue;
            double accuracy = bin.Count(text => text.Hit) / (double)bin.Count;
            expected += (double)bin.Count / texts.Length * Math.Abs(accuracy - bin.Average(text => text.Probability));
        }

        // the formula has no bin for a probability of exactly 0, which no predicted label has
        if (texts.All(text => text.Probability > 0)) Assert.Equal(expected, Error(texts), 1e-12);
    });

    [Fact]
    public void TheError_IsThatOfTheBins() => _texts.Sample(texts =>
    {
        CalibrationTally tally = Tally(texts);
        CalibrationBin[] bins = [.. tally.ToBins()];

        double sum = bins.Where(bin => bin.TextCount > 0).Sum(bin => bin.TextCount * Math.Abs(bin.Accuracy!.Value - bin.MeanProbability!.Value));
        Assert.Equal(tally.Error, sum / bins.Sum(bin => bin.TextCount), 1e-12);
        Assert.Equal(texts.Length, bins.Sum(bin => bin.TextCount));
        Assert.All(bins, bin => Assert.True(bin.MeanProbability is not { } mean || (mean >= bin.Lower - 1e-12 && mean <= bin.Upper + 1e-12), bin.ToString()));
    });

    [Fact]
    public void Bins_CoverAllProbabilities_EmptyOnesWithoutFigures()
    {
        CalibrationBin[] bins = [.. Tally((0.95, true), (0.97, false), (0.55, true)).ToBins()];

        Assert.Equal(15, bins.Length);
        Assert.Equal((0.0, 1.0), (bins[0].Lower, bins[^1].Upper));
        Assert.All(bins.Zip(bins.Skip(1)), pair => Assert.Equal(pair.First.Upper, pair.Second.Lower));
        Assert.Equal((14.0 / 15, 1, 2, 0.96, 0.5), bins[14].Figures());
        Assert.Equal((8.0 / 15, 9.0 / 15, 1, 0.55, 1), bins[8].Figures());
        Assert.Equal((0, 1.0 / 15, 0, null, null), bins[0].Figures());
    }

    [Fact]
    public void AText_CountsWithItsPredictedLabel()
    {
        var tally = new CalibrationTally();
        double[] logits = [Math.Log(7), Math.Log(2), Math.Log(1)];
        tally.Add(OutputFunctions.Of<double>(OutputKind.Softmax), logits, Target.OfClass(0));
        tally.Add(OutputFunctions.Of<double>(OutputKind.Softmax), logits, Target.OfClass(1));
        tally.Add(OutputFunctions.Of<double>(OutputKind.Softmax), logits, Target.OfClass(0));

        Assert.Equal((10.0 / 15, 11.0 / 15, 3, 0.7, 2.0 / 3), Rounded(Assert.Single(tally.ToBins(), bin => bin.TextCount > 0)));
    }

    [Fact]
    public void ATextOfSeveralLabels_CountsWithEachDecision()
    {
        var tally = new CalibrationTally();

        // 0.8 that the first applies, 0.9 that the second doesn't; a probability of one half is a decision for a label
        double[] logits = [Math.Log(4), -Math.Log(9), 0];
        tally.Add(OutputFunctions.Of<double>(OutputKind.MultiLabel), logits, Target.OfClasses(0, 1));
        tally.Add(OutputFunctions.Of<double>(OutputKind.MultiLabel), logits, Target.OfClasses(2));
        tally.Add(OutputFunctions.Of<double>(OutputKind.MultiLabel), logits, Target.OfClasses(0, 2));
        tally.Add(OutputFunctions.Of<double>(OutputKind.MultiLabel), logits, Target.OfClasses(0));

        Assert.Equal(
            [(4, 0.5, 0.5), (4, 0.8, 0.75), (4, 0.9, 0.75)],
            tally.ToBins().Where(bin => bin.TextCount > 0).Select(bin => (bin.TextCount, Math.Round(bin.MeanProbability!.Value, 9), bin.Accuracy!.Value)));
    }

    private static (double, double, int, double, double?) Rounded(CalibrationBin bin) =>
        (bin.Lower, bin.Upper, bin.TextCount, Math.Round(bin.MeanProbability!.Value, 9), bin.Accuracy);

    private static CalibrationTally Tally(params (double Probability, bool Hit)[] texts)
    {
        var tally = new CalibrationTally();
        foreach ((double probability, bool hit) in texts)
            tally.Add(probability, hit);
        return tally;
    }

    private static double Error(params (double Probability, bool Hit)[] texts) => Tally(texts).Error;
}

using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tests;

public class AcceptAtTests
{
    [Fact]
    public void AThreshold_AcceptsFromItsProbabilityOn()
    {
        ErrorThreshold threshold = Promised.One.AcceptAt(0.05)!;

        Assert.Equal((0.05, 0.7, 0.25, 1_000), (threshold.MaximumErrorRate, threshold.MinimumProbability, threshold.ExpectedCoverage, threshold.DecisionCount));
        Assert.Null(threshold.LabelThresholds);
        Assert.True(threshold.Accepts(Promised.One.Predict("good")));
        Assert.True(threshold.Accepts(Promised.One.Score("bad").Best));
        Assert.False(threshold.Accepts(Promised.One.Predict("dull")));
        Assert.False(threshold.Accepts(default(Prediction)));
        Assert.True(threshold.Accepts(new LabelProbability("positive", 0.7)));
        Assert.False(threshold.Accepts(new LabelProbability("positive", Math.BitDecrement(0.7))));
    }

    [Fact]
    public void RatesWithoutAThreshold_AreNull()
    {
        Assert.Null(Promised.One.AcceptAt(0.02));
        Assert.Null(Promised.One.AcceptAt(0.2));
        Assert.Null(Promised.With(SmallClassifier.ByHand, new([], 12)).AcceptAt(0.05));
    }

    [Fact]
    public void RatesUpToRounding_AreThatRate() => Assert.Equal(0.1, Promised.One.AcceptAt(0.3 - 0.2)!.MaximumErrorRate);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.05)]
    [InlineData(0.04)]
    [InlineData(5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void OtherRates_AreAnErrorThatNamesThoseThereAre(double rate)
    {
        foreach (TextClassifier classifier in new[] { Promised.One, SmallClassifier.ByHand })
        {
            var error = Assert.Throws<ArgumentOutOfRangeException>(() => classifier.AcceptAt(rate));

            Assert.Equal("maximumErrorRate", error.ParamName);
            Assert.Contains("one of 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.15, 0.2 was expected", error.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void WithoutATable_TheErrorSaysWhatHelps()
    {
        Assert.Null(SmallClassifier.ByHand.Acceptance);

        var error = Assert.Throws<InvalidOperationException>(() => SmallClassifier.ByHand.AcceptAt(0.05));

        Assert.Equal(
            "the classifier has no acceptance table: it was trained without one, or its file is of an earlier version; "
            + "train it with TrainingOptions.Acceptance (maxpool train --acceptance)",
            error.Message);
    }

    [Fact]
    public void Table_HasAllThresholds()
    {
        AcceptanceTable table = Promised.One.Acceptance!;

        Assert.Equal([0.05, 0.1], table.Thresholds.Select(threshold => threshold.MaximumErrorRate));
        Assert.Equal((0.95, 1_000), (table.Confidence, table.DecisionCount));
        Assert.Equal([0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.15, 0.2], AcceptanceTable.Rates);
    }

    [Fact]
    public void SeveralLabels_HaveThresholdsOfTheirOwn()
    {
        ErrorThreshold threshold = Promised.Several.AcceptAt(0.1)!;

        Assert.Null(threshold.MinimumProbability);
        Assert.Equal([("blue", 0.6), ("red", 0.5)], threshold.LabelThresholds!.Select(pair => (pair.Key, pair.Value)).Order());
        Assert.True(threshold.Accepts(new LabelProbability("blue", 0.6)));
        Assert.False(threshold.Accepts(new LabelProbability("blue", 0.59)));
        Assert.False(threshold.Accepts(new LabelProbability("green", 1)));
        Assert.False(threshold.Accepts(new LabelProbability("a label of another classifier", 1)));
        Assert.False(threshold.Accepts(default(LabelProbability)));
        Assert.Equal(["blue"], Promised.Several.AcceptAt(0.05)!.LabelThresholds!.Keys);
    }

    [Fact]
    public void SeveralLabels_CanBeAskedForAtOnce()
    {
        ErrorThreshold threshold = Promised.Several.AcceptAt(0.1)!;
        foreach (LabeledText text in TagTexts.Make(32))
        {
            LabelScores scores = Promised.Several.Score(text.Text);

            Assert.Equal(scores.Top(3).Where(threshold.Accepts), scores.Above(threshold.LabelThresholds!, 1));
        }
    }

    [Fact]
    public void Accepting_AllocatesNothing()
    {
        ErrorThreshold one = Promised.One.AcceptAt(0.05)!;
        ErrorThreshold several = Promised.Several.AcceptAt(0.1)!;
        Prediction prediction = Promised.One.Predict("good");
        LabelProbability label = Promised.Several.Score("red thing").Best;
        int accepted = 0;

        long bytes = AllocatedBytes.LeastOf(() =>
        {
            for (int i = 0; i < 100; i++)
                accepted += (one.Accepts(prediction) ? 1 : 0) + (several.Accepts(label) ? 1 : 0) + (several.Accepts(prediction) ? 1 : 0);
        });

        Assert.Equal(0, bytes);
        Assert.True(accepted > 0);
    }

    [Fact]
    public void Compiling_AndMakingCompact_KeepTheTable()
    {
        Assert.Equal(0.7, Promised.One.Compile(new CompileOptions { WeightFormat = WeightFormat.BFloat16 }).AcceptAt(0.05)!.MinimumProbability);
        Assert.Equal(0.7, Promised.One.Compact().AcceptAt(0.05)!.MinimumProbability);
    }
}

using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Tuning;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Tests.Tuning;

public class SearchSpaceTests
{
    private const int Many = 300;

    private static TrialSettings Start => TunerCase.Start;

    [Fact]
    public void Draws_AreAllDifferent_AndMayBeTrainedWith()
    {
        TrialSettings[] drawn = Draw(new SearchScope());

        Assert.Equal(Many, drawn.Append(Start).DistinctBy(settings => settings.Key).Count() - 1);
        foreach (TrialSettings settings in drawn)
            _ = new Trainer(settings.ToOptions(new TrainingOptions(), 1_000));
    }

    [Fact]
    public void EverySetting_IsDrawn()
    {
        TrialSettings[] drawn = Draw(new SearchScope());

        Func<TrialSettings, object>[] values =
        [
            one => one.FiltersPerWidth, one => string.Join(',', one.Widths), one => one.Activation, one => one.InitialDeviation, one => one.LearningRate, one => one.FinalRate,
            one => one.Dropout, one => one.WeightDecay, one => one.EpochsFactor, one => one.MinimumCount ?? 1, one => one.Subwords,
        ];
        Assert.All(values, value => Assert.True(drawn.Select(value).Distinct().Count() > 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OtherArchitectures_AreForVectors(bool hasVectors) =>
        Assert.Equal(hasVectors, Draw(new SearchScope { HasVectors = hasVectors }).Any(settings => settings.Architecture != Architecture.OneHot));

    [Fact]
    public void WhatIsKept_StaysAsItIs()
    {
        var scope = new SearchScope { FixedSwitches = new HashSet<string> { "--widths", "--dropout" }, HasVectors = true };

        Assert.All(Draw(scope), settings => Assert.Equal((Start.Dropout, Start.Widths), (settings.Dropout, settings.Widths)));
    }

    [Fact]
    public void WhereEverythingIsKept_ThereIsNothingToTry()
    {
        var all = new SearchSpace(Start, new SearchScope());
        var none = new SearchSpace(Start, new SearchScope { FixedSwitches = all.SearchedSwitches.ToHashSet() });

        Assert.Null(none.Draw(new RandomDraws(1), _ => true));
        Assert.Null(none.Vary(Start, new RandomDraws(1), _ => true));
    }

    [Fact]
    public void AVariation_DiffersInOneOrTwoSettings()
    {
        var space = new SearchSpace(Start, new SearchScope());
        var random = new RandomDraws(1);
        for (int n = 0; n < 100; n++)
        {
            string[] varied = space.Vary(Start, random, _ => true)!.Key.Split(' ');

            Assert.InRange(varied.Zip(Start.Key.Split(' ')).Count(pair => pair.First != pair.Second), 1, 2);
        }
    }

    [Fact]
    public void OnlyWhatFits_IsGiven()
    {
        var space = new SearchSpace(Start, new SearchScope());
        var random = new RandomDraws(1);

        Assert.All(Enumerable.Range(0, 50), _ => Assert.InRange(space.Draw(random, settings => settings.FiltersPerWidth <= 60)!.FiltersPerWidth, 30, 60));
        Assert.Null(space.Draw(random, _ => false));
    }

    [Fact]
    public void EpochsOfAFactor_AreThoseOfTheNumberOfTexts()
    {
        Assert.Equal(20, Start.ToOptions(new TrainingOptions(), 1_000).Epochs);
        Assert.Equal(10, (Start with { EpochsFactor = 2 }).ToOptions(new TrainingOptions(), 50_000).Epochs);
        Assert.Equal(7, (Start with { EpochsFactor = 1 }).ToOptions(new TrainingOptions { Epochs = 7 }, 50_000).Epochs);
    }

    private static TrialSettings[] Draw(SearchScope scope)
    {
        var space = new SearchSpace(Start, scope);
        var random = new RandomDraws(1);
        return [.. Enumerable.Range(0, Many).Select(_ => space.Draw(random, _ => true)!)];
    }
}

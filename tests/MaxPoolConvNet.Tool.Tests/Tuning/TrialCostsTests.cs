using MaxPoolConvNet.Tool.Switches;
using MaxPoolConvNet.Tool.Tuning;

namespace MaxPoolConvNet.Tool.Tests.Tuning;

public class TrialCostsTests
{
    private readonly TrialCosts _costs = new();

    [Fact]
    public void BeforeAnything_NothingIsExpected() => Assert.Equal(TimeSpan.Zero, _costs.Expected(TunerCase.Start));

    [Fact]
    public void TwiceTheEpochs_TakeTwiceTheTime()
    {
        _costs.Add(TunerCase.Start, TimeSpan.FromSeconds(3));

        Assert.Equal(6, _costs.Expected(TunerCase.Start with { EpochsFactor = 2 }).TotalSeconds, 6);
    }

    [Fact]
    public void WhatWasSeenLast_CountsMost()
    {
        _costs.Add(TunerCase.Start, TimeSpan.FromSeconds(3));
        _costs.Add(TunerCase.Start, TimeSpan.FromSeconds(1));

        Assert.InRange(_costs.Expected(TunerCase.Start).TotalSeconds, 1, 1.99);
    }

    [Fact]
    public void OfAnotherArchitecture_TheSlowestIsExpected()
    {
        _costs.Add(TunerCase.Start, TimeSpan.FromSeconds(3));
        _costs.Add(TunerCase.Start with { Architecture = Architecture.Parse("two-channel") }, TimeSpan.FromSeconds(5));

        Assert.Equal(5, _costs.Expected(TunerCase.Start with { Architecture = Architecture.Parse("trained") }).TotalSeconds, 6);
        Assert.Equal(3, _costs.Expected(TunerCase.Start).TotalSeconds, 6);
    }

    [Fact]
    public void Subwords_AreExpectedToTakeLonger_UntilTheyWereSeen()
    {
        TrialSettings subwords = TunerCase.Start with { Subwords = true };
        _costs.Add(TunerCase.Start, TimeSpan.FromSeconds(3));
        Assert.Equal(6, _costs.Expected(subwords).TotalSeconds, 6);

        _costs.Add(subwords, TimeSpan.FromSeconds(4));
        Assert.Equal(4, _costs.Expected(subwords).TotalSeconds, 6);
        Assert.Equal(3, _costs.Expected(TunerCase.Start).TotalSeconds, 6);
    }
}

using MaxPoolConvNet.Tool.Tuning;

namespace MaxPoolConvNet.Tool.Tests.Tuning;

public class TunerTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void TheDefaults_AreTriedFirst_AndAgain_AndTested()
    {
        var runner = new FakeRunner(_time);

        TuningResult result = TunerCase.Run(_time, runner, 100);

        Assert.Equal((TunerCase.Start, new TrialSetup(1, 1, 1)), runner.Tried.First());
        Assert.Contains((TunerCase.Start, new TrialSetup(2, 1, 2)), runner.Tried);
        Assert.Equal([TunerCase.Start, result.Choice!.Settings], runner.Tested);
        Assert.Equal(TunerCase.Start, result.Start!.Settings);
    }

    [Fact]
    public void Subwords_AreTriedNext()
    {
        var runner = new FakeRunner(_time);

        TunerCase.Run(_time, runner, 100);

        Assert.Equal(TunerCase.Start with { Subwords = true }, runner.Tried.ElementAt(1).Settings);
    }

    [Fact]
    public void WhatTakesLong_IsTried_WhereThereIsTimeToChooseItAlone()
    {
        // three leaders as slow as this would take all of the time
        var runner = new FakeRunner(_time)
        {
            Seconds = settings => settings.Subwords ? 4 : 1,
            Score = (settings, _) => new TrialScore(0.5, settings.Subwords ? 0.1 : 0.2),
        };

        TuningResult result = TunerCase.Run(_time, runner, 50);

        Assert.True(result.Choice!.Settings.Subwords);
        Assert.InRange(result.Time.TotalSeconds, 35, 50);
        Assert.NotNull(result.Comparison);
    }

    [Fact]
    public void TheBestOfSeveralNetworks_IsChosen_NotTheBestOfOne()
    {
        // of one network the loss is the dropout, of several its opposite
        var runner = new FakeRunner(_time)
        {
            Score = (settings, setup) => new TrialScore(0.5, setup.Networks == 1 ? settings.Dropout : 1 - settings.Dropout),
            Seconds = FakeRunner.ByWork,
        };

        TuningResult result = TunerCase.Run(_time, runner, 100);

        // the defaults, at 0.5, are tried again too, and are worse than the best three of one network: here that is what counts
        Assert.Equal(TunerCase.Start, result.Choice!.Settings);
        Trial[] again = [.. result.Trials.Where(trial => trial.FinalistScore is not null)];
        Assert.Equal(4, again.Length);
        Assert.Equal(
            result.Trials.OrderBy(trial => trial.Score!.Value.Loss).Take(3).Select(trial => trial.Number).Append(0).Order(),
            again.Select(trial => trial.Number).Order());
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void TheChoice_IsTheBestThatWasFound()
    {
        var runner = new FakeRunner(_time) { Test = settings => settings == TunerCase.Start ? [true, false, false] : [true, true, false] };

        TuningResult result = TunerCase.Run(_time, runner, 200);

        Assert.Equal(result.Trials.Min(trial => trial.Settings.Dropout), result.Choice!.Settings.Dropout);
        Assert.Equal((3, 1, 2), (result.Comparison!.Texts, result.Comparison.StartCorrect, result.Comparison.ChoiceCorrect));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void WhatTheTestComesTo_ChangesNoChoice()
    {
        TuningResult one = TunerCase.Run(_time, new FakeRunner(_time) { Test = _ => [true] }, 100);
        TuningResult other = TunerCase.Run(_time, new FakeRunner(_time) { Test = settings => [settings == TunerCase.Start] }, 100);

        Assert.Equal(one.Choice!.Settings.Key, other.Choice!.Settings.Key);
        Assert.Equal(one.Trials.Select(trial => trial.Settings.Key), other.Trials.Select(trial => trial.Settings.Key));
    }

    [Fact]
    public void AnotherSeed_TriesOthers()
    {
        TuningResult one = TunerCase.Run(_time, new FakeRunner(_time), 100, seed: 1);
        TuningResult other = TunerCase.Run(_time, new FakeRunner(_time), 100, seed: 2);

        Assert.NotEqual(one.Trials.Select(trial => trial.Settings.Key), other.Trials.Select(trial => trial.Settings.Key));
    }

    [Fact]
    public void WhereNothingIsBetter_TheDefaultsAreChosen_AndComparedWithTheBestOther()
    {
        var runner = new FakeRunner(_time)
        {
            Score = (settings, _) => new TrialScore(0.5, settings == TunerCase.Start ? 0.1 : settings.Subwords ? 0.2 : 0.3),
            Test = settings => settings == TunerCase.Start ? [true, false, false] : [true, true, false],
        };

        TuningResult result = TunerCase.Run(_time, runner, 100);

        Assert.True(result.IsStart);
        Assert.True(result.Compared!.Settings.Subwords);
        Assert.Equal([TunerCase.Start, result.Compared.Settings], runner.Tested);
        Assert.Equal((1, 2), (result.Comparison!.StartCorrect, result.Comparison.ChoiceCorrect));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void AfterAThirdOfTheSearch_HalfOfTheTrialsAreNearTheBest()
    {
        var runner = new FakeRunner(_time);

        TuningResult result = TunerCase.Run(_time, runner, 300);

        Trial[] late = [.. result.Trials.Skip(result.Trials.Length / 2)];
        Assert.InRange(late.Count(trial => trial.Settings.Dropout < 0.1), late.Length * 0.3, late.Length * 0.9);
    }

    [Fact]
    public void OneThatDivergesInTheTest_IsNotChosen()
    {
        string? first = null;
        var runner = new FakeRunner(_time) { DivergesInTheTest = settings => settings != TunerCase.Start && settings.Key == (first ??= settings.Key) };

        TuningResult result = TunerCase.Run(_time, runner, 100);

        Assert.NotEqual(first, result.Choice!.Settings.Key);
        Assert.NotNull(result.Comparison);
        Assert.Equal(TrialEnd.Diverged, result.Trials.Single(trial => trial.Settings.Key == first).End);
        Assert.Equal(3, runner.Tested.Count);
    }
}

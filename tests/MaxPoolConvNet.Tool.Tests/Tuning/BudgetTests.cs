using MaxPoolConvNet.Tool.Tuning;

namespace MaxPoolConvNet.Tool.Tests.Tuning;

/// <summary>How much of a budget is used, by a clock of the test, for trainings that take longer or shorter.</summary>
public class BudgetTests
{
    private readonly ManualTime _time = new();

    /// <summary>Budgets, and the time of a training with the defaults, in seconds.</summary>
    public static TheoryData<double, double> BudgetsAndTrainings { get; } = new MatrixTheoryData<double, double>([60, 120, 300], [1, 2, 3]);

    [Theory]
    [MemberData(nameof(BudgetsAndTrainings))]
    public void NineTenthsOfABudget_AreUsed_AndNotMoreThanAllOfIt(double budget, double training)
    {
        TuningResult result = TunerCase.Run(_time, Runner(training), budget);

        Assert.InRange(result.Time.TotalSeconds, 0.9 * budget, budget);
        Assert.False(result.IsStart);
    }

    [Theory]
    [MemberData(nameof(BudgetsAndTrainings))]
    public void WhereTheDefaultsAreBest_ItIsUsedToo(double budget, double training)
    {
        FakeRunner runner = Runner(training, score: (settings, _) => new TrialScore(0.5, settings == TunerCase.Start ? 0.1 : 1 + settings.Dropout));

        TuningResult result = TunerCase.Run(_time, runner, budget);

        Assert.InRange(result.Time.TotalSeconds, 0.9 * budget, budget);
        Assert.True(result.IsStart);
    }

    [Theory]
    [InlineData(0.8)]
    [InlineData(1.1)]
    [InlineData(1.25)]
    public void WhereAFinalTrainingTakesAnotherTime_ThatIsLearnedFromTheDefaults(double factor)
    {
        TuningResult result = TunerCase.Run(_time, Runner(1.5, testFactor: factor), 90);

        Assert.InRange(result.Time.TotalSeconds, 81, 90);
    }

    [Fact]
    public void MoreFinalists_AreFoundInTheTimeThatIsLeft()
    {
        // the first finalists leave time: the time reserved for them was that of the slowest settings
        FakeRunner runner = Runner(3);

        TunerCase.Run(_time, runner, 90);

        int[] networks = [.. runner.Tried.Select(one => one.Setup.Networks)];
        int firstFinalist = Array.IndexOf(networks, 2);
        Assert.Contains(1, networks[firstFinalist..]);
        Assert.Equal(runner.Tried.Where(one => one.Setup.Networks == 2).DistinctBy(one => one.Settings.Key).Count(), networks.Count(one => one == 2));
    }

    /// <summary>A process that compiles takes some seconds longer for its first training than for others.</summary>
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(1, 4)]
    public void HalfAMinute_IsEnough(double training, double secondsOfTheStart)
    {
        TuningResult result = TunerCase.Run(_time, Runner(training, secondsOfTheStart), 30);

        Assert.InRange(result.Time.TotalSeconds, 20, 30);
        Assert.NotNull(result.Comparison);
    }

    [Fact]
    public void AShortBudget_HasNoFinalists_ButATest()
    {
        FakeRunner runner = Runner(2);

        TuningResult result = TunerCase.Run(_time, runner, 25);

        Assert.All(runner.Tried, one => Assert.Equal(1, one.Setup.Networks));
        Assert.Equal(result.Trials.MinBy(trial => trial.Score!.Value.Loss)!.Number, result.Choice!.Number);
        Assert.Equal([TunerCase.Start, result.Choice.Settings], runner.Tested);
    }

    [Fact]
    public void TheTimeOfTheStart_IsNotExpectedOfOtherTrainings()
    {
        TuningResult result = TunerCase.Run(_time, Runner(1, secondsOfTheStart: 4), 60);

        Assert.Equal((5, 1), (Math.Round(result.Start!.Time.TotalSeconds, 3), Math.Round(result.Start.TimeAgain.TotalSeconds, 3)));
    }

    private FakeRunner Runner(
        double training, double secondsOfTheStart = 0, double testFactor = 1, Func<TrialSettings, TrialSetup, TrialScore>? score = null) => new(_time)
        {
            Seconds = settings => training * FakeRunner.ByWork(settings) / FakeRunner.ByWork(TunerCase.Start),
            SecondsOfTheStart = secondsOfTheStart,
            TestFactor = testFactor,
            Score = score ?? ((settings, _) => new TrialScore(0.5, settings == TunerCase.Start ? 1 : settings.Dropout)),
        };
}

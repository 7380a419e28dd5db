using MaxPoolConvNet.Tool.Tuning;

namespace MaxPoolConvNet.Tool.Tests.Tuning;

public sealed class TrialEndTests : IDisposable
{
    private readonly ManualTime _time = new();
    private readonly CancellationTokenSource _interruption = new();

    public void Dispose() => _interruption.Dispose();

    [Fact]
    public void TrialsThatDiverge_AreCounted_AndNotChosen()
    {
        var runner = new FakeRunner(_time) { Diverges = settings => settings.LearningRate > 0.05 };

        TuningResult result = TunerCase.Run(_time, runner, 100);

        // the last may be out of time first
        Assert.All(result.Trials.Where(trial => trial.End != TrialEnd.OutOfTime), trial => Assert.Equal(trial.Settings.LearningRate > 0.05 ? TrialEnd.Diverged : TrialEnd.Done, trial.End));
        Assert.Contains(result.Trials, trial => trial.End == TrialEnd.Diverged);
        Assert.True(result.Choice!.Settings.LearningRate <= 0.05);
    }

    [Fact]
    public void DefaultsThatDiverge_AreAnError() =>
        Assert.Throws<ArithmeticException>(() => TunerCase.Run(_time, new FakeRunner(_time) { Diverges = settings => settings == TunerCase.Start }, 100));

    [Fact]
    public void AHopelessTrial_IsEndedHalfWay()
    {
        var runner = new FakeRunner(_time)
        {
            Score = (_, _) => new TrialScore(0.9, 0.3),
            TrainingAccuracy = settings => settings == TunerCase.Start ? 1 : settings.MinimumCount == 1 ? 0.79 : 0.81,
        };

        TuningResult result = TunerCase.Run(_time, runner, 100);

        // the last may be out of time first
        Assert.All(result.Trials.Skip(1).Where(trial => trial.End != TrialEnd.OutOfTime), trial => Assert.Equal(trial.Settings.MinimumCount == 1 ? TrialEnd.Hopeless : TrialEnd.Done, trial.End));
        Trial hopeless = result.Trials.First(trial => trial.End == TrialEnd.Hopeless);
        Assert.Equal(0.5, hopeless.Time.TotalSeconds, 3);
        Assert.Null(hopeless.Score);
    }

    [Fact]
    public void BeforeAnEpochIsWhole_NothingIsHopeless()
    {
        TuningResult result = TunerCase.Run(_time, new FakeRunner(_time) { TrainingAccuracy = _ => null }, 100);

        Assert.DoesNotContain(result.Trials, trial => trial.End == TrialEnd.Hopeless);
    }

    [Fact]
    public void ATrialThatTakesTooLong_IsEndedOnceThatCanBeSaid()
    {
        var runner = new FakeRunner(_time) { Seconds = settings => settings.MinimumCount == 3 ? 200 : 1 };

        TuningResult result = TunerCase.Run(_time, runner, 300);

        Trial[] slow = [.. result.Trials.Where(trial => trial.Settings.MinimumCount == 3)];
        Assert.NotEmpty(slow);
        Assert.All(slow, trial => Assert.Equal(TrialEnd.OutOfTime, trial.End));
        Assert.InRange(slow[0].Time.TotalSeconds, 1, 60);
        Assert.InRange(result.Time.TotalSeconds, 0, 300);
    }

    [Fact]
    public void ABudgetShorterThanATrainingOfTheDefaults_IsToldBeforeThatHasEnded()
    {
        var error = Assert.Throws<ArgumentException>(() => TunerCase.Run(_time, new FakeRunner(_time) { Seconds = _ => 1_000 }, 60));

        Assert.Contains("--budget is 60s; one training takes about 1000 s here, so pass at least ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheBudgetThatIsAskedFor_IsEnough()
    {
        var error = Assert.Throws<ArgumentException>(() => TunerCase.Run(_time, new FakeRunner(_time), 5));
        double enough = double.Parse(error.Message.Split("at least ")[1].Split('s')[0], null);

        TuningResult result = TunerCase.Run(_time, new FakeRunner(_time) { Seconds = settings => settings == TunerCase.Start ? 1 : 0.9 }, enough);

        Assert.Contains("one training takes about 1 s here", error.Message, StringComparison.Ordinal);
        Assert.True(result.Trials.Length >= 2);
    }

    [Fact]
    public void AnInterruption_GivesWhatThereIs_Untested()
    {
        var runner = new FakeRunner(_time) { BeforeTrial = before => { if (before == 5) _interruption.Cancel(); } };

        TuningResult result = TunerCase.RunUntil(_time, runner, 100, 1, _interruption.Token);

        Assert.Equal((5, true), (result.Trials.Length, result.Interrupted));
        Assert.Equal(result.Trials.Min(trial => trial.Score!.Value.Loss), result.Choice!.Score!.Value.Loss);
        Assert.Null(result.Comparison);
        Assert.Empty(runner.Tested);
    }

    [Fact]
    public void AnInterruptionBeforeTheFirstTrial_GivesNothing()
    {
        _interruption.Cancel();

        TuningResult result = TunerCase.RunUntil(_time, new FakeRunner(_time), 100, 1, _interruption.Token);

        Assert.Equal((0, null, null), (result.Trials.Length, result.Choice, result.Start));
    }
}

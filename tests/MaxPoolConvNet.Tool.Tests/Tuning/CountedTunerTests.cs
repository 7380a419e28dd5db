using MaxPoolConvNet.Networks;
using MaxPoolConvNet.Tool.Tuning;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Tests.Tuning;

/// <summary>A search with a given number of trials: neither the clock, nor threads, nor ranks change what is tried and chosen.</summary>
public class CountedTunerTests
{
    private static readonly int[] _filters = [30, 400, 100, 110, 90, 100];

    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(50)]
    public void AsManyTrialsAsAskedFor_AreRun(int count)
    {
        var runner = new FakeRunner(_time);

        TuningResult result = Run(runner, count);

        Assert.Equal(count, result.Trials.Length);
        Assert.Equal(count, runner.Tried.Count(one => one.Setup.Networks == 1));
        Assert.Equal(count, result.Trials.Select(trial => trial.Settings.Key).Distinct().Count());
    }

    [Fact]
    public void TheDefaultsAndSubwords_AreTheFirstTrials()
    {
        TuningResult result = Run(new FakeRunner(_time), 10);

        Assert.Equal([TunerCase.Start, TunerCase.Start with { Subwords = true }], result.Trials.Take(2).Select(trial => trial.Settings));
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(1_000)]
    public void TheSpeedOfTrainings_ChangesNothing(double seconds)
    {
        TuningResult expected = Run(new FakeRunner(_time), 40);

        TuningResult result = Run(new FakeRunner(_time) { Seconds = settings => seconds * FakeRunner.ByWork(settings) }, 40);

        Assert.Equal(Outcome(expected), Outcome(result));
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(20, 1)]
    public void RanksAndThreads_ChangeNothing(int ranks, int threads)
    {
        TuningResult expected = Run(new FakeRunner(_time), 40);
        FakeRunner[] runners = [.. Enumerable.Range(0, ranks).Select(_ => new FakeRunner(new ManualTime()))];

        TuningResult[] results = BarrierRanks.Run(ranks, rank => Run(runners[rank.Rank], 40, threads, rank));

        Assert.All(results, result => Assert.Equal(Outcome(expected), Outcome(result)));
        Assert.Equal(40, runners.Sum(runner => runner.Tried.Count(one => one.Setup.Networks == 1)));
        Assert.All(runners, runner => Assert.Equal([TunerCase.Start, expected.Choice!.Settings], runner.Tested));
    }

    [Fact]
    public void TheTrialsOfARound_AreDividedBySize()
    {
        TrialSettings[] round = [.. _filters.Select(filters => TunerCase.Start with { FilterCount = filters })];

        Assert.Equal([0, 0, 1, 1, 1, 1], SharedTrials.Assign(round, 2));
        Assert.Equal(6, SharedTrials.Assign(round, 10).Distinct().Count());
    }

    [Fact]
    public void LaterRounds_TryWhatIsNearTheBest()
    {
        var runner = new FakeRunner(_time) { Score = (settings, _) => new TrialScore(0.5, Math.Abs(settings.Dropout - 0.35) + (settings == TunerCase.Start ? 1 : 0)) };

        TuningResult result = Run(runner, 64);

        double[] losses = [.. result.Trials.Select(trial => trial.Score!.Value.Loss)];
        Assert.True(losses.Skip(32).Average() < losses.Take(32).Average());
    }

    [Fact]
    public void OneThatDiverges_IsNotChosen_AndTheOthersGoOn()
    {
        var runner = new FakeRunner(_time) { Diverges = settings => settings.Activation == Activation.Relu };

        TuningResult result = Run(runner, 40);

        Assert.Contains(result.Trials, trial => trial.End == TrialEnd.Diverged);
        Assert.All(result.Trials, trial => Assert.Equal(trial.Settings.Activation == Activation.Relu, trial.End == TrialEnd.Diverged));
        Assert.Equal(Activation.Tanh, result.Choice!.Settings.Activation);
    }

    [Fact]
    public void DefaultsThatDiverge_AreAnError() =>
        Assert.Throws<ArithmeticException>(() => Run(new FakeRunner(_time) { Diverges = settings => settings == TunerCase.Start }, 5));

    [Fact]
    public void AnInterruption_GivesTheRoundsSoFar()
    {
        using var stop = new CancellationTokenSource();
        var runner = new FakeRunner(_time)
        {
            BeforeTrial = trial =>
            {
                if (trial == 20) stop.Cancel();
            },
        };

        TuningResult result = Run(runner, 40, interrupted: stop.Token);

        Assert.True(result.Interrupted);
        Assert.Equal(CountedTuner.RoundSize, result.Trials.Length);
        Assert.Empty(runner.Tested);
    }

    private TuningResult Run(FakeRunner runner, int trials, int threads = 1, IRankGroup? ranks = null, CancellationToken interrupted = default)
    {
        var options = new CountedOptions { Trials = trials, Threads = threads, Networks = TunerCase.Networks, Seed = 1, Ranks = ranks };
        return new CountedTuner(new SearchSpace(TunerCase.Start, new SearchScope()), TunerCase.Start, runner, options, _time).Run(new NoProgress(), interrupted);
    }

    private static IEnumerable<object?> Outcome(TuningResult result) =>
    [
        .. result.Trials.Select(trial => (trial.Number, trial.Settings.Key, trial.End, trial.Score, trial.FinalistScore)), result.Choice?.Number, result.Compared?.Number,
    ];

    private sealed class NoProgress : IProgress<TuningProgress>
    {
        public void Report(TuningProgress value)
        {
        }
    }
}

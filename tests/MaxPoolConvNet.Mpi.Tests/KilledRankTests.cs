using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace MaxPoolConvNet.Mpi.Tests;

/// <summary>
/// A rank that kill -9 ends at any moment of a training. MAXPOOL_KILLS is the number of moments; the default is 3.
/// </summary>
public sealed class KilledRankTests(Reviews reviews) : IClassFixture<Reviews>
{
    private static readonly string[] _switches = ["--epochs", "6", "--threads", "1", "--calibration", "none"];

    // the time of the run that isn't killed, by what ranks share in it
    private static readonly ConcurrentDictionary<string, TimeSpan> _wholeTimes = new();

    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(
        1, int.Parse(Environment.GetEnvironmentVariable("MAXPOOL_KILLS") ?? "3", CultureInfo.InvariantCulture))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void AKilledRank_EndsTheRun_WhichResumesToTheSameBits(int seed) => KillAndResume(seed, seed, "networks", []);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void AKilledRankThatSharesFilters_EndsTheRun_WhichResumesToTheSameBits(int seed) =>
        KillAndResume(seed, seed + 2, "filters", ["--networks", "1"]);

    private void KillAndResume(int seed, int resuming, string shared, string[] switches)
    {
        var random = new Random(seed);
        string[] arguments = ["train", reviews.Few, .. _switches, .. switches];
        (string checkpoint, string expected, string model) =
            (reviews.PathOf($"checkpoint-{shared}{seed}"), reviews.PathOf($"whole-{shared}"), reviews.PathOf($"model-{shared}{seed}"));
        TimeSpan whole = _wholeTimes.GetOrAdd(shared, _ => TimeOf(() => Assert.Equal(0, Ranks.Of(2, [.. arguments, "--model", expected]).ExitCode)));
        TimeSpan moment = 0.8 * random.NextDouble() * whole;

        using Process run = Ranks.Start(2, [.. arguments, "--model", model, "--checkpoint", checkpoint]);
        int rank = KillAt(moment, random.Next(2), run, out bool isKilled);
        RankRun killed = new(0, "", "");
        TimeSpan end = TimeOf(() => killed = Ranks.End(run));

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"seed {seed}: rank {rank} {(isKilled ? "killed" : "had ended")} after {moment.TotalSeconds:F2} of {whole.TotalSeconds:F2} s, "
            + $"the run ended {end.TotalSeconds:F2} s later, {(File.Exists(checkpoint) ? "with" : "without")} a checkpoint");
        Assert.InRange(end.TotalSeconds, 0, 10);
        if (isKilled && killed.ExitCode != 0) Assert.Matches($"process rank {rank} .* exited on signal 9", killed.Error.ReplaceLineEndings(" "));
        RankRun resumed = Ranks.Of(1 + (resuming % 4), [.. arguments, "--model", model, "--checkpoint", checkpoint]);
        Assert.True(resumed.ExitCode == 0, resumed.Error);
        Assert.Equal(File.ReadAllBytes(expected), File.ReadAllBytes(model));
    }

    /// <summary>Kills a rank of a run some time after its start, or as soon as it has processes.</summary>
    /// <returns>The rank.</returns>
    private static int KillAt(TimeSpan moment, int rank, Process run, out bool isKilled)
    {
        var stopwatch = Stopwatch.StartNew();
        int? process = null;
        SpinWait.SpinUntil(() =>
        {
            if (stopwatch.Elapsed >= moment)
                process = RankProcesses.ChildrenOf(run.Id).Cast<int?>().FirstOrDefault(child => RankProcesses.RankOf(child!.Value) == rank);
            return process is not null || run.HasExited;
        });
        isKilled = process is { } found && RankProcesses.Kill(found);
        return rank;
    }

    private static TimeSpan TimeOf(Action work)
    {
        var stopwatch = Stopwatch.StartNew();
        work();
        return stopwatch.Elapsed;
    }
}

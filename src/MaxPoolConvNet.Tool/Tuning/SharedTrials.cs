using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Tool.Tuning;

/// <summary>Hands the trials of a round to the ranks, and gives their results to all of them.</summary>
/// <param name="runner">Trains and tests a trial.</param>
/// <param name="start">The defaults.</param>
/// <param name="options">The ranks, and the number of parallel trials at each.</param>
/// <param name="time">The clock, which measures trials, but decides nothing.</param>
internal sealed class SharedTrials(ITrialRunner runner, TrialSettings start, CountedOptions options, TimeProvider time)
{
    // how a trial ended, its accuracy, its loss and its seconds
    private const int Numbers = 4;
    private const double Canceled = -1;

    /// <summary>Runs trials. All ranks call it with the same ones.</summary>
    /// <returns>The trials in their order, with their scores; null if a rank was interrupted.</returns>
    /// <exception cref="ArithmeticException">Training with the defaults diverged.</exception>
    public Trial[]? Run(IReadOnlyList<TrialSettings> round, TrialSetup setup, CancellationToken interrupted)
    {
        int rank = options.Ranks?.Rank ?? 0;
        int[] owners = Assign(round, options.Ranks?.Count ?? 1);
        double[] own = new double[round.Count * Numbers];
        int[] mine = [.. BySize(round).Where(trial => owners[trial] == rank)];
        Workers.Run(mine.Length, options.Threads, n => Try(round[mine[n]], own.AsMemory(mine[n] * Numbers, Numbers)));
        double[][] all = Gather(own);
        var trials = new Trial[round.Count];
        for (int t = 0; t < trials.Length; t++)
        {
            Span<double> numbers = all[owners[t]].AsSpan(t * Numbers, Numbers);
            if (numbers[0] == Canceled) return null;
            var end = (TrialEnd)(int)numbers[0];
            trials[t] = new Trial
            {
                Settings = round[t],
                End = end,
                Score = end == TrialEnd.Done ? new TrialScore(numbers[1], numbers[2]) : null,
                Time = TimeSpan.FromSeconds(numbers[3]),
                TimeAgain = TimeSpan.FromSeconds(numbers[3]),
            };
        }

        return trials;

        void Try(TrialSettings settings, Memory<double> result)
        {
            long began = time.GetTimestamp();
            (TrialEnd? End, TrialScore Score) tried = Outcome(settings, setup, interrupted);
            double[] numbers =
            [
                tried.End is { } end ? (int)end : Canceled, tried.Score.Accuracy, tried.Score.Loss, time.GetElapsedTime(began).TotalSeconds,
            ];
            numbers.CopyTo(result);
        }
    }

    /// <summary>Gives each trial, the largest first, to the rank that has the least work.</summary>
    internal static int[] Assign(IReadOnlyList<TrialSettings> round, int ranks)
    {
        int[] owners = new int[round.Count];
        double[] busy = new double[ranks];
        foreach (int trial in BySize(round))
        {
            owners[trial] = Array.IndexOf(busy, busy.Min());
            busy[owners[trial]] += TrialCosts.WorkOf(round[trial]);
        }

        return owners;
    }

    private static IEnumerable<int> BySize(IReadOnlyList<TrialSettings> round) =>
        Enumerable.Range(0, round.Count).OrderByDescending(trial => TrialCosts.WorkOf(round[trial]));

    /// <returns>How the trial ended, null if it was interrupted, and its score.</returns>
    private (TrialEnd? End, TrialScore Score) Outcome(TrialSettings settings, TrialSetup setup, CancellationToken interrupted)
    {
        try
        {
            return runner.Try(settings, setup, new ProgressHandler(_ => { }), interrupted) is { } score
                ? (TrialEnd.Done, score)
                : (null, default);
        }
        catch (ArithmeticException) when (settings != start)
        {
            return (TrialEnd.Diverged, default);
        }
    }

    private double[][] Gather(double[] own)
    {
        if (options.Ranks is not { } ranks) return [own];
        double[] all = new double[ranks.Count * own.Length];
        int[] lengths = [.. Enumerable.Repeat(own.Length * sizeof(double), ranks.Count)];
        ranks.AllGather(MemoryMarshal.AsBytes<double>(own), MemoryMarshal.AsBytes(all.AsSpan()), lengths);
        return [.. all.Chunk(own.Length)];
    }
}

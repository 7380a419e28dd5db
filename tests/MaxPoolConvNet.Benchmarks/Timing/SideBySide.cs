using System.Diagnostics;

namespace MaxPoolConvNet.Benchmarks;

/// <summary>Times pieces of work in turn, A, B, A, B, …, so that a slow moment of a shared machine meets all of them.</summary>
internal static class SideBySide
{
    /// <summary>Runs each piece of work as often as fills <paramref name="roundSeconds"/>, in turn, <paramref name="rounds"/> times.</summary>
    /// <param name="rounds">Measured rounds, after one to warm up.</param>
    /// <param name="roundSeconds">How long a piece of work is repeated in a round, at least once.</param>
    /// <param name="works">The pieces of work.</param>
    /// <returns>Seconds a run of each.</returns>
    public static IReadOnlyList<Timing> Measure(int rounds, double roundSeconds, params IReadOnlyList<Action> works)
    {
        int[] repeats = [.. works.Select(work => Repeats(work, roundSeconds))];
        double[][] seconds = [.. works.Select(_ => new double[rounds])];
        for (int round = 0; round < rounds; round++)
        {
            for (int w = 0; w < works.Count; w++)
                seconds[w][round] = Run(works[w], repeats[w]) / repeats[w];
        }

        return [.. seconds.Select(Timing.Of)];
    }

    /// <summary>Warms the work up (the compiler's tiers too), and finds out how often it fits into a round.</summary>
    private static int Repeats(Action work, double roundSeconds)
    {
        int repeats = 1;
        for (double taken = Run(work, 1), all = taken; ; all += taken)
        {
            if (taken >= roundSeconds || (all > 2 * roundSeconds && taken > roundSeconds / 4))
                return Math.Max(1, (int)Math.Round(repeats * roundSeconds / taken));
            repeats *= 2;
            taken = Run(work, repeats);
        }
    }

    private static double Run(Action work, int repeats)
    {
        long begin = Stopwatch.GetTimestamp();
        for (int run = 0; run < repeats; run++)
            work();
        return Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }
}

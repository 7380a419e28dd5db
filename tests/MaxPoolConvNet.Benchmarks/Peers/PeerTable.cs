using System.Globalization;

namespace MaxPoolConvNet.Benchmarks.Peers;

/// <summary>Times contenders in turn, and shows them beside the first.</summary>
internal static class PeerTable
{
    /// <param name="rounds">Measured rounds.</param>
    /// <param name="roundSeconds">How long the work of a contender is repeated in a round; 0 for once.</param>
    /// <param name="unit">What a time is of.</param>
    /// <param name="contenders">The library first.</param>
    public static IEnumerable<string> Measure(int rounds, double roundSeconds, string unit, params IReadOnlyList<Contender> contenders)
    {
        IReadOnlyList<Timing> timings = SideBySide.Measure(rounds, roundSeconds, [.. contenders.Select(contender => contender.Work)]);
        return
        [
            $"| | {unit}: median (least to most) | × the first |",
            "|---|---|---|",
            .. contenders.Zip(timings, (contender, timing) => string.Create(
                CultureInfo.InvariantCulture, $"| {contender.Title} | {timing} | {timing.Median / timings[0].Median:G3} |")),
        ];
    }
}

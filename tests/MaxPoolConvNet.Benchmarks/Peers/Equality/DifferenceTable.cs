using System.Globalization;

namespace MaxPoolConvNet.Benchmarks.Peers.Equality;

/// <summary>Shows differences, and stops what follows where one is more than rounding.</summary>
internal static class DifferenceTable
{
    public static IEnumerable<string> Lines(IReadOnlyList<Difference> differences) =>
    [
        "| peer | numbers | largest difference | largest entry | relative |",
        "|---|---|---|---|---|",
        .. differences.Select(one => string.Create(
            CultureInfo.InvariantCulture, $"| {one.Peer} | {one.Block} | {one.Largest:E1} | {one.LargestEntry:E1} | {one.Relative:E1} |")),
    ];

    /// <exception cref="InvalidOperationException">A difference is more than rounding.</exception>
    public static void Check(IReadOnlyList<Difference> differences)
    {
        string[] wrong = [.. differences.Where(one => !one.IsRounding).Select(one => $"{one.Peer}, {one.Block}")];
        if (wrong.Length == 0) return;
        throw new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture,
            $"nothing is timed, as numbers differ by more than {Difference.Tolerance:E0} of the largest: {string.Join("; ", wrong)}"));
    }
}

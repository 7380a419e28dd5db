using System.Globalization;

namespace MaxPoolConvNet.Benchmarks.Peers.Equality;

/// <summary>Shows differences, and says which are more than rounding.</summary>
internal static class DifferenceTable
{
    public static IEnumerable<string> Lines(IReadOnlyList<Difference> differences) =>
    [
        "| peer | numbers | largest difference | largest entry | relative |",
        "|---|---|---|---|---|",
        .. differences.Select(one => string.Create(
            CultureInfo.InvariantCulture, $"| {one.Peer} | {one.Block} | {one.Largest:E1} | {one.LargestEntry:E1} | {one.Relative:E1} |")),
    ];

    /// <summary>Returns the numbers of some peers that differ by more than rounding.</summary>
    /// <param name="differences">The differences.</param>
    /// <param name="peer">How the names of the peers begin.</param>
    /// <returns>A message; null if there are none.</returns>
    public static string? Wrong(IReadOnlyList<Difference> differences, string peer)
    {
        string[] wrong = [.. differences.Where(one => !one.IsRounding && one.Peer.StartsWith(peer, StringComparison.Ordinal)).Select(one => $"{one.Peer}, {one.Block}")];
        return wrong.Length == 0
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"these numbers differ by more than {Difference.Tolerance:E0} of the largest: {string.Join("; ", wrong)}");
    }
}

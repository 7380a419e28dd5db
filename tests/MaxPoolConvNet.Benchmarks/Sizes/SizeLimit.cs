namespace MaxPoolConvNet.Benchmarks.Sizes;

/// <summary>A largest size of the model file, for a set.</summary>
/// <param name="Set">The name of the set.</param>
/// <param name="Bytes">The largest size.</param>
internal sealed record SizeLimit(string Set, long Bytes)
{
    public static IReadOnlyList<SizeLimit> All { get; } =
        [new("mr", 1_500_000), new("mr", 1_000_000), new("banking77", 1_000_000), new("banking77", 600_000)];
}

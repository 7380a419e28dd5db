namespace MaxPoolConvNet.Benchmarks.Scaling;

/// <summary>One size that grows over two decades while the others stay typical.</summary>
/// <param name="Name">What grows.</param>
/// <param name="Values">Its values, the last decade's from <paramref name="LastDecade"/> on.</param>
/// <param name="LastDecade">A tenth of the largest value.</param>
/// <param name="At">The sizes with a value.</param>
internal sealed record Sweep(string Name, IReadOnlyList<int> Values, int LastDecade, Func<int, Sizes> At)
{
    public static IReadOnlyList<Sweep> All { get; } =
    [
        new("words per text", [10, 20, 50, 100, 200, 500, 1_000], 100, words => Sizes.Typical with { Words = words }),
        new(
            "words of the vocabulary",
            [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000],
            10_000,
            vocabulary => Sizes.Typical with { Vocabulary = vocabulary }),
        new("filters of each width", [10, 20, 50, 100, 200, 500, 1_000], 100, filters => Sizes.Typical with { Filters = filters }),
    ];
}

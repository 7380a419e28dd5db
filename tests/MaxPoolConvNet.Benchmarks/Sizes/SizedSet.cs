using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Sizes;

/// <summary>A data set whose classifiers are made compact.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Protocol">How it is tested, for people.</param>
/// <param name="Read">Reads the training and test texts from the data folder, for a seed.</param>
internal sealed record SizedSet(string Name, string Protocol, Func<string, int, TextSplit> Read)
{
    private static readonly LabeledTextFileOptions _latin1 = new() { Encoding = "latin1" };

    public static IReadOnlyList<SizedSet> All { get; } =
    [
        new("reviews", "the sample's 3,200 reviews, a quarter held out", (_, seed) => HoldOut(Embedded(), 0.25, seed)),
        new("mr", "a tenth held out", (folder, seed) => HoldOut(File(folder, "mr/rt-polarity.all", _latin1), 0.1, seed)),
        TestFile("banking77", "banking77/train.csv", "banking77/test.csv"),
        TestFile("imdb", "imdb/train.tsv.gz", "imdb/test.tsv.gz"),
    ];

    /// <summary>The sets of these names; all without names.</summary>
    /// <exception cref="ArgumentException">There is no such set.</exception>
    public static IReadOnlyList<SizedSet> Named(string[]? names) => names is null or []
        ? All
        :
        [
            .. names.Select(name => All.SingleOrDefault(set => set.Name == name)
                ?? throw new ArgumentException($"--set {name}: there is {string.Join(", ", All.Select(set => set.Name))}")),
        ];

    private static SizedSet TestFile(string name, string training, string test) =>
        new(name, "test file", (folder, _) => new TextSplit(File(folder, training), File(folder, test)));

    private static TextSplit HoldOut(IReadOnlyList<LabeledText> texts, double fraction, int seed) =>
        StratifiedSplit.HoldOut(texts, fraction, (ulong)seed);

    private static IReadOnlyList<LabeledText> Embedded()
    {
        using Stream reviews = typeof(SizedSet).Assembly.GetManifestResourceStream("reviews.tsv")!;
        return [.. LabeledTextFile.Read(reviews, "reviews.tsv")];
    }

    private static LabeledTexts File(string folder, string file, LabeledTextFileOptions? form = null) =>
        LabeledTextFile.Read(Path.Combine(folder, file), form);
}

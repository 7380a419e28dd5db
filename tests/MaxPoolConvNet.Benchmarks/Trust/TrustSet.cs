using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Trust;

/// <summary>A data set on which probabilities are judged.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Training">The file of the training texts, from the data folder on; null for the sample's reviews.</param>
/// <param name="Test">The file of the test texts; null to hold a part of the training texts out.</param>
/// <param name="HeldOut">The fraction of the texts that is held out without a test file.</param>
internal sealed record TrustSet(string Name, string? Training, string? Test, double HeldOut)
{
    public static IReadOnlyList<TrustSet> All { get; } =
    [
        new("reviews", null, null, 0.25),
        new("mr", "mr/rt-polarity.all", null, 0.1),
        new("sst-2", "sst/stsa.binary.train", "sst/stsa.binary.test", 0),
        new("sms-spam", "sms-spam/SMSSpamCollection", null, 0.2),
        new("trec", "trec/TREC.train.all", "trec/TREC.test.all", 0),
        new("banking77", "banking77/train.csv", "banking77/test.csv", 0),
    ];

    /// <summary>The sets of these names; all without names.</summary>
    /// <exception cref="ArgumentException">There is no such set.</exception>
    public static IReadOnlyList<TrustSet> Named(string[]? names) => names is null or []
        ? All
        :
        [
            .. names.Select(name => All.SingleOrDefault(set => set.Name == name)
                ?? throw new ArgumentException($"--set {name}: there is {string.Join(", ", All.Select(set => set.Name))}")),
        ];

    /// <summary>The training and test texts for a seed.</summary>
    public TextSplit Split(string folder, int seed) => Test is null
        ? StratifiedSplit.HoldOut(Read(folder, Training), HeldOut, (ulong)seed)
        : new TextSplit(Read(folder, Training), Read(folder, Test));

    /// <summary>All texts, in random halves.</summary>
    public TextSplit Halves(string folder, int seed) =>
        StratifiedSplit.HoldOut([.. Read(folder, Training), .. Test is null ? [] : Read(folder, Test)], 0.5, (ulong)seed);

    /// <summary>The test texts for seed 1, without their labels.</summary>
    public IReadOnlyList<string> TestTexts(string folder) => [.. Split(folder, 1).HeldOut.Select(text => text.Text)];

    private static LabeledText[] Read(string folder, string? file)
    {
        if (file is null)
        {
            using Stream reviews = typeof(TrustSet).Assembly.GetManifestResourceStream("reviews.tsv")!;
            return [.. LabeledTextFile.Read(reviews, "reviews.tsv")];
        }

        // MR's and TREC's files are in Latin-1
        bool isLatin1 = file.StartsWith("mr/", StringComparison.Ordinal) || file.StartsWith("trec/", StringComparison.Ordinal);
        return [.. LabeledTextFile.Read(Path.Combine(folder, file), new LabeledTextFileOptions { Encoding = isLatin1 ? "latin1" : null })];
    }
}

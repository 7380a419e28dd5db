namespace MaxPoolConvNet.Benchmarks.Ranks;

/// <summary>A piece of work of the tool.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="File">The data, in the folder of the data sets.</param>
/// <param name="Switches">The command and its switches, without the data.</param>
internal sealed record RanksScenario(string Name, string File, string[] Switches)
{
    private static readonly string[] _one = ["--networks", "1", "--calibration", "none"];

    public static RanksScenario[] All { get; } =
    [
        new("networks: MR, defaults", "mr/rt-polarity.all", ["train", "--encoding", "latin1"]),
        new("folds: MR, ten folds", "mr/rt-polarity.all", ["cross-validate", "--encoding", "latin1"]),
        new("filters: IMDB, batches of 32, one network", "imdb/train.tsv.gz", ["train", "--batch-size", "32", "--epochs", "3", .. _one]),
        new("filters: IMDB, batches of 256, one network", "imdb/train.tsv.gz", ["train", "--batch-size", "256", "--epochs", "3", .. _one]),
        new(
            "filters and vectors: MR, Kim's network",
            "mr/rt-polarity.all",
            [
                "train", "--encoding", "latin1", "--architecture", "random", "--dimension", "300", "--widths", "3,4,5", "--batch-size", "50",
                "--optimizer", "adadelta", "--activation", "relu", "--epochs", "3", .. _one,
            ]),
    ];
}

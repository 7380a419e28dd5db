using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>The seven sets, and where their files stand in a data folder.</summary>
internal static class AccuracySets
{
    private static readonly LabeledTextFileOptions _tabs = new() { Format = LabeledTextFormat.TabSeparated };
    private static readonly LabeledTextFileOptions _spaces = new() { Format = LabeledTextFormat.SpaceSeparated };
    private static readonly LabeledTextFileOptions _spacesInLatin1 = _spaces with { Encoding = "latin1" };

    private static readonly LabeledTextFileOptions _csv = new()
    {
        Format = LabeledTextFormat.Csv, TextColumns = ["text"], LabelColumns = ["category"],
    };

    /// <summary>SST learns from all labeled phrases of the training sentences, and is tested on whole sentences.</summary>
    public static IReadOnlyList<AccuracySet> All { get; } =
    [
        new CrossValidatedSet("mr", "MR", "mr/rt-polarity.all", _spacesInLatin1, Folds: 10),
        new TrainTestSet("sst-1", "SST-1", "sst/stsa.fine.phrases.train.gz", "sst/stsa.fine.test", _spaces),
        new TrainTestSet("sst-2", "SST-2", "sst/stsa.binary.phrases.train.gz", "sst/stsa.binary.test", _spaces),
        new TrainTestSet("trec", "TREC", "trec/TREC.train.all", "trec/TREC.test.all", _spacesInLatin1),
        new TrainTestSet("imdb", "IMDB", "imdb/train.tsv.gz", "imdb/test.tsv.gz", _tabs),
        new CrossValidatedSet("sms-spam", "SMS spam", "sms-spam/SMSSpamCollection", _tabs, Folds: 5) { Measure = new Measure("spam") },
        new TrainTestSet("imdb-1000", "IMDB, 1,000 texts", "imdb/train.tsv.gz", "imdb/test.tsv.gz", _tabs) { MostTraining = 1_000 },
        new TrainTestSet("imdb-2500", "IMDB, 2,500 texts", "imdb/train.tsv.gz", "imdb/test.tsv.gz", _tabs) { MostTraining = 2_500, MostTest = 2_500 },
        new TrainTestSet("sst-1-1000", "SST-1, 1,000 sentences", "sst/stsa.fine.train", "sst/stsa.fine.test", _spaces) { MostTraining = 1_000 },
        new TrainTestSet("banking77", "banking77", "banking77/train.csv", "banking77/test.csv", _csv),
    ];
}

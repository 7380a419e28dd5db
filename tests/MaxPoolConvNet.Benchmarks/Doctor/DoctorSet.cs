using System.Globalization;
using MaxPoolConvNet.Benchmarks.Trust;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Benchmarks.Doctor;

/// <summary>The texts of a set and what is counted in a report.</summary>
internal static class DoctorSet
{
    /// <summary>All texts of a set's training file.</summary>
    public static IReadOnlyList<LabeledText> Training(TrustSet set, string folder) =>
        (set with { Test = set.Test ?? set.Training }).Split(folder, 1).Training;

    /// <summary>The training texts of the seven sets: of SST the sentences, without their phrases.</summary>
    public static IEnumerable<(string Name, LabeledText[] Texts)> Seven(string folder)
    {
        (string Name, string File, LabeledTextFormat Format, string? Encoding)[] files =
        [
            ("banking77", "banking77/train.csv", LabeledTextFormat.Csv, null),
            ("MR", "mr/rt-polarity.all", LabeledTextFormat.SpaceSeparated, "latin1"),
            ("SMS spam", "sms-spam/SMSSpamCollection", LabeledTextFormat.TabSeparated, null),
            ("TREC", "trec/TREC.train.all", LabeledTextFormat.SpaceSeparated, "latin1"),
            ("SST-1", "sst/stsa.fine.train", LabeledTextFormat.SpaceSeparated, null),
            ("SST-2", "sst/stsa.binary.train", LabeledTextFormat.SpaceSeparated, null),
            ("IMDB", "imdb/train.tsv.gz", LabeledTextFormat.TabSeparated, null),
        ];
        foreach ((string name, string file, LabeledTextFormat format, string? encoding) in files)
        {
            var options = new LabeledTextFileOptions { Format = format, Encoding = encoding };
            yield return (name, [.. LabeledTextFile.Read(Path.Combine(folder, file), options)]);
        }
    }

    /// <summary>The indices of the most suspicious texts.</summary>
    public static IEnumerable<int> MostSuspicious(LabelAuditReport report, int count) =>
        Enumerable.Range(0, report.TextCount).OrderByDescending(text => report.Suspicions[text]).Take(count);

    public static string Percent(double fraction) => (100 * fraction).ToString("F1", CultureInfo.InvariantCulture);
}

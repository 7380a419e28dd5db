using System.Collections.Immutable;
using MaxPoolConvNet.Tool.Report.Data;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Report;

/// <summary>What a report shows, ahead of how it looks.</summary>
internal sealed record ReportData
{
    private const int MostTextsForNgrams = 4_000;

    public required string DataFile { get; init; }

    public required ImmutableArray<string> Labels { get; init; }

    /// <summary>Whether a text may have several labels.</summary>
    public required bool SeveralLabels { get; init; }

    public required int TrainingTexts { get; init; }

    public required int KnownWords { get; init; }

    /// <summary>How the training went; null where the classifier comes from a file.</summary>
    public required TrainingResult? Training { get; init; }

    /// <summary>The test on texts that weren't learned from; null where there are none.</summary>
    public required HeldOutData? HeldOut { get; init; }

    /// <summary>Of texts learned from, or tested on where the classifier comes from a file.</summary>
    public required NgramReport Ngrams { get; init; }

    /// <summary>How many texts there were to take n-grams from.</summary>
    public required int TextsWithNgrams { get; init; }

    /// <summary>Names and values.</summary>
    public required ImmutableArray<(string Name, string Value)> Settings { get; init; }

    public required ImmutableArray<(string Name, string Value)> Versions { get; init; }

    public static ReportData Of(ReportSource source)
    {
        string[] texts = [.. (source.Texts.Training.Count > 0 ? source.Texts.Training : source.Texts.HeldOut).Select(one => one.Text)];
        // evenly spread: files are often sorted by label
        int shown = Math.Min(texts.Length, MostTextsForNgrams);
        IEnumerable<string> spread = Enumerable.Range(0, shown).Select(t => texts[(long)t * texts.Length / shown]);
        return new ReportData
        {
            DataFile = source.DataFile,
            Labels = source.Classifier.Labels,
            SeveralLabels = source.Classifier.LabelsPerText == LabelsPerText.Several,
            TrainingTexts = source.Texts.Training.Count,
            KnownWords = source.Classifier.Vocabulary.Count,
            Training = source.Training,
            HeldOut = source.Evaluation is { } evaluation ? HeldOutData.Of(source, evaluation) : null,
            Ngrams = source.Classifier.FindNgrams(spread, new NgramOptions { PerLabel = source.Classifier.Labels.Length <= 20 ? 8 : 5, PerFilter = 1 }),
            TextsWithNgrams = texts.Length,
            Settings = SettingsTable.Of(source.Settings),
            Versions = VersionTable.Entries,
        };
    }
}

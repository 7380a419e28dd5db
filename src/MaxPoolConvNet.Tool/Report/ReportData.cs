using System.Collections.Immutable;
using MaxPoolConvNet.Tool.Report.Data;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Report;

/// <summary>The content of a report, independent of its format.</summary>
internal sealed record ReportData
{
    public required string DataFile { get; init; }

    public required ImmutableArray<string> Labels { get; init; }

    /// <summary>Whether a text may have several labels.</summary>
    public required bool SeveralLabels { get; init; }

    public required int TrainingTexts { get; init; }

    public required int KnownWords { get; init; }

    /// <summary>The result of the training; null if the classifier was loaded from a file.</summary>
    public required TrainingResult? Training { get; init; }

    /// <summary>The figures of each rank of the training; empty for a training by one process.</summary>
    public ImmutableArray<RankFigures> Ranks { get; init; } = [];

    /// <summary>The test on held-out texts; null if there are none.</summary>
    public required HeldOutData? HeldOut { get; init; }

    /// <summary>The n-grams of the training texts, or of the held-out texts if the classifier was loaded from a file.</summary>
    public required StrongestNgrams Ngrams { get; init; }

    /// <summary>The names and values of the settings.</summary>
    public required ImmutableArray<(string Name, string Value)> Settings { get; init; }

    public required ImmutableArray<(string Name, string Value)> Versions { get; init; }

    public static ReportData Of(ReportSource source) => new()
    {
        DataFile = source.DataFile,
        Labels = source.Classifier.Labels,
        SeveralLabels = source.Classifier.IsMultiLabel,
        TrainingTexts = source.Texts.Training.Count,
        KnownWords = source.Classifier.Vocabulary.Count,
        Training = source.Training,
        Ranks = source.Ranks,
        HeldOut = source.Evaluation is { } evaluation ? HeldOutData.Of(source, evaluation) : null,
        Ngrams = StrongestNgrams.Of(source.Classifier, source.Texts.Training.Count > 0 ? source.Texts.Training : source.Texts.HeldOut),
        Settings = SettingsTable.Of(source.Settings),
        Versions = VersionTable.Entries,
    };
}

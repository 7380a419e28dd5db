using System.Collections.Immutable;
using System.Text.Json.Nodes;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Tool.Report.Data;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Report;

/// <summary>The source data of a report.</summary>
internal sealed record ReportSource
{
    /// <summary>The name of the file of the texts.</summary>
    public required string DataFile { get; init; }

    public required TextClassifier Classifier { get; init; }

    /// <summary>The training and held-out texts; no training texts if the classifier was loaded from a file.</summary>
    public required TextSplit Texts { get; init; }

    /// <summary>The evaluation on the held-out texts; null if there are none.</summary>
    public EvaluationReport? Evaluation { get; init; }

    /// <summary>The near-duplicates of the held-out texts; null if there are no held-out or training texts.</summary>
    public NearDuplicateReport? Duplicates { get; init; }

    /// <summary>The result of the training; null if the classifier was loaded from a file.</summary>
    public TrainingResult? Training { get; init; }

    /// <summary>The figures of each rank of the training; empty for a training by one process.</summary>
    public ImmutableArray<RankFigures> Ranks { get; init; } = [];

    /// <summary>The settings of the training; null if unknown.</summary>
    public JsonObject? Settings { get; init; }
}

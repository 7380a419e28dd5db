using System.Text.Json.Nodes;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Report;

/// <summary>What a report is made from.</summary>
internal sealed record ReportSource
{
    /// <summary>The name of the file of texts.</summary>
    public required string DataFile { get; init; }

    public required TextClassifier Classifier { get; init; }

    /// <summary>What the classifier has learned from, and what it is tested on; nothing to learn from where it comes from a file.</summary>
    public required TextSplit Texts { get; init; }

    /// <summary>Of the held-out texts; null where there are none.</summary>
    public EvaluationReport? Evaluation { get; init; }

    /// <summary>Of the held-out texts; null where there are none, or nothing to compare them with.</summary>
    public NearDuplicateReport? Duplicates { get; init; }

    /// <summary>How the training went; null where the classifier comes from a file.</summary>
    public TrainingResult? Training { get; init; }

    /// <summary>What it was trained with; null where nobody knows.</summary>
    public JsonObject? Settings { get; init; }
}

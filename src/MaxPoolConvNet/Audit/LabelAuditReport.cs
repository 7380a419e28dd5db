using System.Collections.Immutable;
using System.Diagnostics;

namespace MaxPoolConvNet.Evaluation;

/// <summary>What an audit of labeled texts found. Immutable and thread-safe.</summary>
[DebuggerDisplay("{Suspects.Length} of {TextCount} labels are suspicious")]
public sealed class LabelAuditReport
{
    internal LabelAuditReport(AuditedTexts texts, LabelJudge judge)
    {
        TextCount = texts.Count;
        Labels = texts.Labels.Labels;
        IsMultiLabel = texts.Labels.SeveralPerText;
        Accuracy = (double)judge.CorrectCount / texts.Count;
        Suspicions = [.. judge.Judgements.Select(judgement => judgement.Suspicion)];
        FlaggedCount = judge.Judgements.Count(judgement => judgement.IsFlagged);
    }

    /// <summary>The number of audited texts.</summary>
    public int TextCount { get; }

    /// <summary>The labels, in ordinal order.</summary>
    public ImmutableArray<string> Labels { get; }

    /// <summary>Whether a text may have several labels or none.</summary>
    public bool IsMultiLabel { get; }

    /// <summary>The fraction of the texts whose given label, or whose set of labels, is the one that other texts suggest.</summary>
    public double Accuracy { get; }

    /// <summary>The number of texts whose label is wrong by confident learning.</summary>
    public int FlaggedCount { get; }

    /// <summary>How suspicious the label of each text is, in the order of the texts; see <see cref="LabelSuspect.Suspicion"/>. 0 for a
    /// label with fewer texts than folds.</summary>
    public ImmutableArray<float> Suspicions { get; }

    /// <summary>The texts whose label is probably wrong, most suspicious first.</summary>
    public required ImmutableArray<LabelSuspect> Suspects { get; init; }
}

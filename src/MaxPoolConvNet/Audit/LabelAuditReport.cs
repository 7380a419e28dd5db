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
        HelpfulTextCount = IsMultiLabel ? null : HelpfulTexts.Of(texts.TextCounts, judge.CorrectCounts);
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
    public ImmutableArray<LabelSuspect> Suspects { get; internal init; } = [];

    /// <summary>The same words with different labels, in the order of the texts.</summary>
    public ImmutableArray<ConflictingDuplicate> ConflictingDuplicates { get; internal init; } = [];

    /// <summary>The texts that are nearly or exactly like one before them, each with the most similar one.</summary>
    public ImmutableArray<DuplicatePair> NearDuplicates { get; internal init; } = [];

    /// <summary>The pairs of labels with an error of 0.25 or more, the worst first. Empty if texts may have several labels.</summary>
    public ImmutableArray<ConfusablePair> ConfusablePairs { get; internal init; } = [];

    /// <summary>The labels with too few texts, the fewest first.</summary>
    public ImmutableArray<RareLabel> RareLabels { get; internal init; } = [];

    /// <summary>
    /// From about how many texts on a label of these texts is classified correctly nearly as often as the most frequent ones, within 5
    /// points.
    /// </summary>
    /// <remarks>
    /// Read from a curve of the error rate over the labels' number of texts. It compares labels with each other, so it is a guide: a label
    /// can be hard for other reasons. <see langword="null"/> where that can't be said: texts may have several labels, fewer than three
    /// groups of labels differ in size by a factor of 2, or rare labels aren't clearly harder than frequent ones.
    /// </remarks>
    public int? HelpfulTextCount { get; }

    /// <summary>The texts that differ from the rest, in order.</summary>
    public ImmutableArray<UnusualText> UnusualTexts { get; internal init; } = [];

    /// <summary>The n-grams that alone decide a label, the most frequent first: notices, not errors.</summary>
    public ImmutableArray<LabelLeak> Leaks { get; internal init; } = [];

    /// <summary>The findings as counts, with the first examples.</summary>
    /// <returns>Eight lines, invariant culture. Control characters of labels and texts are replaced.</returns>
    public override string ToString() => LabelAuditText.Of(this);
}

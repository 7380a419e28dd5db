using System.Collections.Immutable;
using MaxPoolConvNet.Text;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Evaluation;

/// <summary>Audits labeled texts: finds labels that are probably wrong and other faults of training data. Thread-safe.</summary>
/// <remarks>
/// <para>
/// Each text is judged by other texts alone: by networks trained on the other folds, and by naive Bayes over words and word pairs without
/// the text itself. Their scores are weighted so that the given labels become as probable as possible. The labels are then counted and
/// ranked by confident learning (Northcutt, Jiang and Chuang 2021); see <see cref="LabelSuspect.Suspicion"/>.
/// </para>
/// <para>
/// There are two rounds. In the second one, the networks train without the texts that another label suits better by the first, at most half
/// of each label's, and the scores of both rounds are averaged: networks that saw fewer wrong labels find more of them.
/// </para>
/// <para>
/// What the audit finds is a reason to look, not a proof. A hard text or a rare use of a word looks like a wrong label too.
/// </para>
/// </remarks>
public static class LabelAudit
{
    /// <summary>Audits texts.</summary>
    /// <param name="texts">Texts with at least two labels in all. A text may have several labels or none.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    /// <param name="progress">
    /// Receives the progress of each fold's network, in both rounds and from several threads; <see langword="null"/> for none.
    /// </param>
    /// <param name="cancellationToken">Cancels the operation without a result.</param>
    /// <returns>What was found. It keeps the texts and their counts in memory, for the evidence.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="texts"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">There are no texts, a text is null, all texts have the same labels or none has a word, or an
    /// option is out of range.</exception>
    /// <exception cref="TrainingDivergedException">Training diverged in a fold.</exception>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public static LabelAuditReport Run(
        IEnumerable<LabeledText> texts,
        LabelAuditOptions? options = null,
        IProgress<FoldProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options = options is null ? new LabelAuditOptions() : options with { };
        options.Check();
        AuditedTexts audited = AuditedTexts.Of(LabeledTextList.Of(texts, nameof(texts)), cancellationToken);
        var features = new NgramFeatures(audited.Words, cancellationToken);
        var rows = new SparseRows(features.OfTexts, features.FeatureCount);
        var bayes = new NaiveBayes(audited, features, rows, cancellationToken);
        LabelJudge judge = Judge(audited, bayes, options, progress, cancellationToken);
        var evidence = new EvidenceFinder(audited, features, bayes, new SimilarTexts(features, rows));
        var ofDuplicates = new NearDuplicateOptions { Threshold = options.DuplicateThreshold, Threads = options.Threads };
        ImmutableArray<DuplicatePair> duplicates = NearDuplicates.FindWithin(audited.Words, ofDuplicates, cancellationToken);
        return new LabelAuditReport(audited, judge)
        {
            Suspects = Suspects(audited, judge.Judgements, options, evidence),
            ConflictingDuplicates = Conflicting(audited, duplicates),
            NearDuplicates = duplicates,
            ConfusablePairs = ConfusablePairs.Of(audited, judge.Confusions, options.RareLabelTextCount),
            RareLabels = Rare(audited, options.RareLabelTextCount),
            UnusualTexts = UnusualTexts.Find(audited, cancellationToken),
            Leaks = LeakSearch.Find(audited, features, bayes),
        };
    }

    /// <summary>Judges all labels, in a second round by networks that didn't train on the suspects of the first.</summary>
    private static LabelJudge Judge(
        AuditedTexts texts,
        NaiveBayes bayes,
        LabelAuditOptions options,
        IProgress<FoldProgress>? progress,
        CancellationToken cancellationToken)
    {
        bool[] isTrusted = new bool[texts.Count];
        Array.Fill(isTrusted, true);
        OutOfFoldScores network = OutOfFoldScores.Of(texts, isTrusted, options, progress, cancellationToken);
        LabelJudge judge = OfScores();
        isTrusted = TrustedTexts.Of(texts, judge.Judgements);
        if (Array.TrueForAll(isTrusted, one => one)) return judge;
        network.AverageWith(OutOfFoldScores.Of(texts, isTrusted, options, progress, cancellationToken));
        return OfScores();

        LabelJudge OfScores() => new(
            texts, new LabelProbabilities(texts, network, bayes, cancellationToken), options.Folds, options.Threads, cancellationToken);
    }

    private static ImmutableArray<ConflictingDuplicate> Conflicting(AuditedTexts texts, ImmutableArray<DuplicatePair> duplicates) =>
    [
        .. from pair in duplicates
           where pair.IsExact
           group pair.Index by pair.EarlierIndex into same
           where same.Any(other => !texts.Texts[other].Labels.SequenceEqual(texts.Texts[same.Key].Labels))
           orderby same.Key
           select new ConflictingDuplicate([same.Key, .. same]),
    ];

    private static ImmutableArray<RareLabel> Rare(AuditedTexts texts, int fewest) =>
    [
        .. Enumerable.Range(0, texts.TextCounts.Length).Where(label => texts.TextCounts[label] < fewest)
            .OrderBy(label => texts.TextCounts[label]).Select(label => new RareLabel(texts.Labels.Labels[label], texts.TextCounts[label])),
    ];

    private static ImmutableArray<LabelSuspect> Suspects(
        AuditedTexts texts, Judgement[] judgements, LabelAuditOptions options, EvidenceFinder evidence)
    {
        int count = options.SuspectCount ?? judgements.Count(judgement => judgement.IsFlagged);
        return
        [
            .. Enumerable.Range(0, judgements.Length).OrderByDescending(text => judgements[text].Suspicion).ThenBy(text => text).Take(count)
                .Select(text => Suspect(texts, text, judgements[text], evidence)),
        ];
    }

    private static LabelSuspect Suspect(AuditedTexts texts, int index, Judgement judgement, EvidenceFinder evidence)
    {
        LabeledText text = texts.Texts[index];
        string label = texts.Labels.Labels[judgement.Label];
        ImmutableArray<string> suggested = !texts.Labels.SeveralPerText ? [label]
            : text.Labels.Contains(label) ? text.Labels.Remove(label)
            : text.Labels.Add(label).Sort(StringComparer.Ordinal);
        return new LabelSuspect(
            index, text.Text, text.Labels, suggested, judgement.Suspicion, () => evidence.Of(index, judgement.Label));
    }
}

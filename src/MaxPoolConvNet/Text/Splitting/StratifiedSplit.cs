namespace MaxPoolConvNet.Text;

/// <summary>Splits labeled texts at random, so that each part has its share of each label.</summary>
/// <remarks>
/// <para>
/// If some texts have several labels or none, texts with the same set of labels are treated like those of one label. Since such a set may
/// be rare, the texts are split set by set: a part has about its share of each set, and many rare sets are split as if they were one.
/// </para>
/// <para>
/// The same texts in the same order and the same seed give the same parts on every machine. Another order, or one more text, gives other
/// parts: if texts are added and removed over time, <see cref="KeyedSplit"/> keeps each text in its part.
/// </para>
/// <para>Thread-safe.</para>
/// </remarks>
public static class StratifiedSplit
{
    /// <summary>Holds out a fraction of the texts of each label.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="fraction">
    /// The fraction of each label's texts to hold out, above 0 and below 1. The number of texts is rounded to the nearest integer, but is
    /// at least 1 for a label with 2 or more texts. If texts have several labels or none, it is the fraction of all texts, as closely as
    /// possible while every label keeps a text to train on.
    /// </param>
    /// <param name="seed">Any number; another one gives other parts.</param>
    /// <returns>The two parts; each text is in one of them.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> is out of range.</exception>
    /// <exception cref="ArgumentException">There are no texts, one is null or has a null or blank label or a null text, or a label would
    /// have no text left to train on.</exception>
    public static TextSplit HoldOut(IEnumerable<LabeledText> texts, double fraction, ulong seed)
    {
        IReadOnlyList<LabeledText> list = SplitCheck.Texts(texts);
        SplitCheck.Fraction(fraction);
        return new TextParts(list, HeldOutPart.Of(list, LabelStrata.Shuffled(list, seed), fraction)).HoldOut(1);
    }

    /// <summary>Splits the texts into folds of nearly equal size, for cross-validation.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="count">The number of folds, at least 2.</param>
    /// <param name="seed">Any number; another one gives other folds.</param>
    /// <returns>
    /// One split per fold, in which that fold is held out. Each text is held out exactly once. The sizes of the folds differ by at most 1,
    /// and so do their numbers of texts per label (per set of labels, if texts have several labels or none).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 2.</exception>
    /// <exception cref="ArgumentException">There are no texts, one is null or has a null or blank label or a null text, or a label has
    /// fewer texts than there are folds (where texts have several labels or none: there are fewer texts in all).</exception>
    public static IReadOnlyList<TextSplit> Folds(IEnumerable<LabeledText> texts, int count, ulong seed)
    {
        IReadOnlyList<LabeledText> list = SplitCheck.Texts(texts);
        SplitCheck.FoldCount(count);
        LabelStrata strata = LabelStrata.Shuffled(list, seed);
        if (strata.OneLabelEach && strata.Groups.FirstOrDefault(group => group.Indices.Length < count) is { Indices: { } rare } group)
            throw new ArgumentException(
                $"the label '{group.Labels[0]}' has {LabelList.Texts(rare.Length)}, fewer than the {count} folds", nameof(texts));
        return Folds(list, strata, count);
    }

    /// <summary>The same for texts whose labels may be rarer than the folds; some folds then lack a label.</summary>
    internal static IReadOnlyList<TextSplit> FoldsOfAny(IReadOnlyList<LabeledText> texts, int count, ulong seed)
    {
        SplitCheck.FoldCount(count);
        return Folds(SplitCheck.Texts(texts), LabelStrata.Shuffled(texts, seed), count);
    }

    /// <summary>The number of the fold that holds out each text, from 0, for texts whose labels may be rarer than the folds.</summary>
    internal static int[] FoldNumbers(IReadOnlyList<LabeledText> texts, int count, ulong seed)
    {
        SplitCheck.FoldCount(count);
        return FoldNumbers(SplitCheck.Texts(texts), LabelStrata.Shuffled(texts, seed), count);
    }

    private static TextSplit[] Folds(IReadOnlyList<LabeledText> texts, LabelStrata strata, int count) =>
        new TextParts(texts, FoldNumbers(texts, strata, count)).HoldOutEach(count);

    private static int[] FoldNumbers(IReadOnlyList<LabeledText> texts, LabelStrata strata, int count)
    {
        if (texts.Count < count)
            throw new ArgumentException($"there are {LabelList.Texts(texts.Count)}, fewer than the {count} folds", nameof(texts));
        int[] fold = new int[texts.Count];
        int dealt = 0; // goes on from label to label: were each to begin at fold 0, the first folds would get every remainder
        foreach ((_, int[] indices) in strata.Groups)
        {
            foreach (int index in indices)
                fold[index] = dealt++ % count;
        }

        return fold;
    }
}

namespace MaxPoolConvNet.Text;

/// <summary>Divides labelled texts at random, so that each part has its share of each label.</summary>
/// <remarks>
/// <para>
/// Where some text has several labels or none, texts with the same set of labels count as one label's, except that a set may be rare: the
/// texts are then divided set after set, so that a part has about its share of each set, and many rare sets share their parts like one.
/// </para>
/// <para>
/// The same texts in the same order and the same seed give the same parts on every machine. One text more changes the parts of others:
/// where texts are added and removed over time, <see cref="KeyedSplit"/> keeps each on its side.
/// </para>
/// <para>Thread-safe.</para>
/// </remarks>
public static class StratifiedSplit
{
    /// <summary>Holds out a fraction of the texts of each label.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="fraction">The fraction of each label's texts to hold out, above 0 and below 1. A label's number is rounded to the
    /// nearest one, but at least 1 if the label has 2 texts or more. Of texts with several labels or none it is the fraction of all
    /// texts, as nearly as leaving each label a text to train on allows.</param>
    /// <param name="seed">Any number; another one gives other parts.</param>
    /// <returns>The two parts; each text is in one of them.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> is out of its range.</exception>
    /// <exception cref="ArgumentException">There are no texts, one is null or has a null or blank label or a null text, or a label would
    /// have no text left to train on.</exception>
    public static TextSplit HoldOut(IEnumerable<LabeledText> texts, double fraction, ulong seed)
    {
        IReadOnlyList<LabeledText> list = SplitCheck.Texts(texts);
        SplitCheck.Fraction(fraction);
        return new TextParts(list, HeldOutPart.Of(list, LabelStrata.Shuffled(list, seed), fraction)).HoldOut(1);
    }

    /// <summary>Divides the texts into folds of nearly equal size, for cross-validation.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="count">The number of folds, at least 2.</param>
    /// <param name="seed">Any number; another one gives other folds.</param>
    /// <returns>A split for each fold, which is held out there. The sizes of the folds differ by at most 1, and so do their numbers of
    /// texts of each label (where texts have several labels or none: of each set of labels). Each text is held out in exactly
    /// one.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 2.</exception>
    /// <exception cref="ArgumentException">There are no texts, one is null or has a null or blank label or a null text, or a label has
    /// fewer texts than there are folds (where texts have several labels or none: there are fewer texts in all).</exception>
    public static IReadOnlyList<TextSplit> Folds(IEnumerable<LabeledText> texts, int count, ulong seed)
    {
        IReadOnlyList<LabeledText> list = SplitCheck.Texts(texts);
        SplitCheck.FoldCount(count);
        LabelStrata strata = LabelStrata.Shuffled(list, seed);
        if (strata.OneLabelEach && strata.Groups.FirstOrDefault(group => group.Indices.Length < count) is { Indices: { } rare } group)
            throw new ArgumentException($"the label '{group.Labels[0]}' has {LabelList.Texts(rare.Length)}, fewer than the {count} folds", nameof(texts));
        return Folds(list, strata, count);
    }

    /// <summary>The same of texts whose labels may be rarer than the folds: some folds then lack them.</summary>
    internal static IReadOnlyList<TextSplit> FoldsOfAny(IReadOnlyList<LabeledText> texts, int count, ulong seed)
    {
        SplitCheck.FoldCount(count);
        return Folds(SplitCheck.Texts(texts), LabelStrata.Shuffled(texts, seed), count);
    }

    private static TextSplit[] Folds(IReadOnlyList<LabeledText> texts, LabelStrata strata, int count)
    {
        int[] fold = new int[texts.Count];
        int dealt = 0; // goes on from label to label: were each to begin at fold 0, the first folds would get every remainder
        foreach ((_, int[] indices) in strata.Groups)
        {
            foreach (int index in indices)
                fold[index] = dealt++ % count;
        }

        if (texts.Count < count)
            throw new ArgumentException($"there are {LabelList.Texts(texts.Count)}, fewer than the {count} folds", nameof(texts));
        return new TextParts(texts, fold).HoldOutEach(count);
    }
}

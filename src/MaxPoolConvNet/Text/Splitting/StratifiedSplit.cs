using System.Collections.Immutable;

namespace MaxPoolConvNet.Text;

/// <summary>Divides labelled texts at random, so that each part has its share of each label.</summary>
/// <remarks>Where some text has several labels or none, texts with the same set of labels count as one label's, except that a set
/// may be rare: the texts are then divided set after set, so that a part has about its share of each set, and many
/// rare sets share their parts like one. The same texts in the same order and the same seed give the same parts on every machine. Thread-safe.</remarks>
public static class StratifiedSplit
{
    /// <summary>Holds a part of the texts out.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="fraction">The fraction of each label's texts to hold out, above 0 and below 1. A label's number is rounded to the
    /// nearest one, but at least 1 if the label has 2 texts or more. Of texts with several labels or none it is the fraction of all
    /// texts, as nearly as leaving each label a text to learn from allows.</param>
    /// <param name="seed">Any number; another one gives other parts.</param>
    /// <returns>The two parts; each text is in one of them.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> is out of its range.</exception>
    /// <exception cref="ArgumentException">There are no texts, one is null or has a null or blank label or a null text, or a label would have no
    /// text left to learn from.</exception>
    public static TextSplit HoldOut(IEnumerable<LabeledText> texts, double fraction, ulong seed)
    {
        IReadOnlyList<LabeledText> list = NotEmpty(texts);
        if (!(fraction > 0 && fraction < 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "The fraction to hold out is above 0 and below 1.");
        return Split(list, HeldOutPart.Of(list, LabelStrata.Shuffled(list, seed), fraction), 1);
    }

    /// <summary>Divides the texts into folds of nearly equal size, for cross-validation.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="count">The number of folds, at least 2.</param>
    /// <param name="seed">Any number; another one gives other folds.</param>
    /// <returns>A split for each fold, which is held out there. The sizes of the folds differ by at most 1, and so do their numbers of
    /// texts of each label (where texts have several labels or none: of each set of labels). Each text is held out in exactly one.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 2.</exception>
    /// <exception cref="ArgumentException">There are no texts, one is null or has a null or blank label or a null text, or a label has fewer
    /// texts than there are folds (where texts have several labels or none: there are fewer texts in all).</exception>
    public static IReadOnlyList<TextSplit> Folds(IEnumerable<LabeledText> texts, int count, ulong seed)
    {
        IReadOnlyList<LabeledText> list = NotEmpty(texts);
        if (count < 2)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"The number of folds is {count}; at least 2 were expected.");
        int[] fold = new int[list.Count];
        int dealt = 0; // goes on from label to label: were each to begin at fold 0, the first folds would get every remainder
        LabelStrata strata = LabelStrata.Shuffled(list, seed);
        foreach ((ImmutableArray<string> labels, int[] indices) in strata.Groups)
        {
            if (strata.OneLabelEach && indices.Length < count)
            {
                throw new ArgumentException(
                    $"The label '{labels[0]}' has {LabelList.Texts(indices.Length)}, fewer than the {count} folds.", nameof(texts));
            }
            foreach (int index in indices)
                fold[index] = dealt++ % count;
        }
        if (list.Count < count)
            throw new ArgumentException($"There are {LabelList.Texts(list.Count)}, fewer than the {count} folds.", nameof(texts));
        TextSplit[] splits = new TextSplit[count];
        for (int heldOut = 0; heldOut < count; heldOut++)
            splits[heldOut] = Split(list, fold, heldOut);
        return splits;
    }

    private static IReadOnlyList<LabeledText> NotEmpty(IEnumerable<LabeledText> texts)
    {
        IReadOnlyList<LabeledText> list = LabeledTextList.Of(texts, nameof(texts));
        return list.Count > 0 ? list : throw new ArgumentException("There are no texts to divide.", nameof(texts));
    }

    private static TextSplit Split(IReadOnlyList<LabeledText> texts, int[] part, int heldOutPart)
    {
        List<LabeledText> training = [];
        List<LabeledText> heldOut = [];
        for (int index = 0; index < part.Length; index++)
            (part[index] == heldOutPart ? heldOut : training).Add(texts[index]);
        return new TextSplit(training.AsReadOnly(), heldOut.AsReadOnly());
    }
}

using System.Globalization;
using System.Runtime.InteropServices;

namespace MaxPoolConvNet.Text;

/// <summary>Divides labelled texts at random, so that each part has its share of each label.</summary>
/// <remarks>The same texts in the same order and the same seed give the same parts on every machine. Thread-safe.</remarks>
public static class StratifiedSplit
{
    /// <summary>Holds a part of the texts out.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="fraction">The fraction of each label's texts to hold out, above 0 and below 1. A label's number is rounded to the
    /// nearest one, but at least 1 if the label has 2 texts or more.</param>
    /// <param name="seed">Any number; another one gives other parts.</param>
    /// <returns>The two parts; each text is in one of them.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="fraction"/> is out of its range.</exception>
    /// <exception cref="ArgumentException">There are no texts, one is null or has no label, or a label would have no text left to learn
    /// from.</exception>
    public static TextSplit HoldOut(IEnumerable<LabeledText> texts, double fraction, ulong seed)
    {
        IReadOnlyList<LabeledText> list = NotEmpty(texts);
        if (!(fraction > 0 && fraction < 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "The fraction to hold out is above 0 and below 1.");
        int[] part = new int[list.Count];
        foreach ((string label, int[] indices) in ShuffledByLabel(list, seed))
        {
            int rounded = (int)Math.Round(indices.Length * fraction, MidpointRounding.AwayFromZero);
            int heldOut = indices.Length >= 2 ? Math.Max(rounded, 1) : rounded;
            if (heldOut == indices.Length)
            {
                string shown = fraction.ToString(CultureInfo.InvariantCulture);
                throw new ArgumentException(
                    $"The label '{label}' has {Texts(indices.Length)}; holding out a fraction of {shown} leaves none to learn from.",
                    nameof(texts));
            }
            foreach (int index in indices.AsSpan(0, heldOut))
                part[index] = 1;
        }
        return Split(list, part, 1);
    }

    /// <summary>Divides the texts into folds of nearly equal size, for cross-validation.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="count">The number of folds, at least 2.</param>
    /// <param name="seed">Any number; another one gives other folds.</param>
    /// <returns>A split for each fold, which is held out there. The sizes of the folds differ by at most 1, and so do their numbers of
    /// texts of each label. Each text is held out in exactly one.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 2.</exception>
    /// <exception cref="ArgumentException">There are no texts, one is null or has no label, or a label has fewer texts than there are
    /// folds.</exception>
    public static IReadOnlyList<TextSplit> Folds(IEnumerable<LabeledText> texts, int count, ulong seed)
    {
        IReadOnlyList<LabeledText> list = NotEmpty(texts);
        if (count < 2)
            throw new ArgumentOutOfRangeException(nameof(count), count, $"The number of folds is {count}; at least 2 were expected.");
        int[] fold = new int[list.Count];
        int dealt = 0; // goes on from label to label: were each to begin at fold 0, the first folds would get every remainder
        foreach ((string label, int[] indices) in ShuffledByLabel(list, seed))
        {
            if (indices.Length < count)
            {
                throw new ArgumentException(
                    $"The label '{label}' has {Texts(indices.Length)}, fewer than the {count} folds.", nameof(texts));
            }
            foreach (int index in indices)
                fold[index] = dealt++ % count;
        }
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

    /// <summary>The indices of each label's texts in random order; the labels in the order in which they first occur.</summary>
    private static List<(string Label, int[] Indices)> ShuffledByLabel(IReadOnlyList<LabeledText> texts, ulong seed)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        List<List<int>> byLabel = [];
        for (int index = 0; index < texts.Count; index++)
        {
            ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, texts[index].Label, out bool isKnown);
            if (!isKnown)
            {
                number = byLabel.Count;
                byLabel.Add([]);
            }
            byLabel[number].Add(index);
        }
        CounterRandom random = new(seed);
        List<(string Label, int[] Indices)> shuffled = [];
        foreach (List<int> indices in byLabel)
        {
            random.Stream((ulong)shuffled.Count).Shuffle(CollectionsMarshal.AsSpan(indices));
            shuffled.Add((texts[indices[0]].Label, [.. indices]));
        }
        return shuffled;
    }

    private static TextSplit Split(IReadOnlyList<LabeledText> texts, int[] part, int heldOutPart)
    {
        List<LabeledText> training = [];
        List<LabeledText> heldOut = [];
        for (int index = 0; index < part.Length; index++)
            (part[index] == heldOutPart ? heldOut : training).Add(texts[index]);
        return new TextSplit(training.AsReadOnly(), heldOut.AsReadOnly());
    }

    private static string Texts(int count) => count == 1 ? "1 text" : $"{count} texts";
}

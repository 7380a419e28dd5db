using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Finds the labels that a training tells apart.</summary>
internal static class TrainingLabels
{
    /// <exception cref="ArgumentException">There are no texts, they all have the same labels, or one has not one label where one is asked
    /// for.</exception>
    public static LabelSet Of(IReadOnlyList<LabeledText> texts, LabelsPerText labelsPerText)
    {
        if (texts.Count == 0) throw new ArgumentException("there are no texts to train on", nameof(texts));
        bool several = labelsPerText switch
        {
            LabelsPerText.FromData => texts.Any(text => text.Labels.Length != 1),
            LabelsPerText.One => false,
            _ => true,
        };
        for (int t = 0; t < texts.Count && !several; t++)
        {
            if (texts[t].Labels.Length != 1)
                throw new ArgumentException($"text {t + 1} of {texts.Count} has {LabelList.Shown(texts[t].Labels)}; {nameof(LabelsPerText)} is {labelsPerText}, which expects one a text", nameof(texts));
        }

        ImmutableArray<string> first = texts[0].Labels;
        return texts.Any(text => !text.Labels.SequenceEqual(first))
            ? new LabelSet(texts.SelectMany(text => text.Labels), several)
            : throw new ArgumentException($"all {texts.Count} texts have {LabelList.Shown(first)}; training needs texts of {(several ? "different labels" : "two labels or more")}", nameof(texts));
    }

    /// <summary>The labels of a classifier and those of the texts that it is to learn from, which may have several only where it knows
    /// several.</summary>
    /// <exception cref="ArgumentException">There are no texts, or one has not one label where one is expected.</exception>
    public static LabelSet Added(LabelSet known, IReadOnlyList<LabeledText> texts)
    {
        if (texts.Count == 0) throw new ArgumentException("there are no texts to train on", nameof(texts));
        for (int t = 0; t < texts.Count && !known.SeveralPerText; t++)
        {
            if (texts[t].Labels.Length != 1)
                throw new ArgumentException($"text {t + 1} of {texts.Count} has {LabelList.Shown(texts[t].Labels)}; the classifier expects one a text", nameof(texts));
        }

        return new LabelSet(known.Labels.Concat(texts.SelectMany(text => text.Labels)), known.SeveralPerText);
    }
}

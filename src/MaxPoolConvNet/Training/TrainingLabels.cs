using System.Collections.Immutable;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Training;

/// <summary>Finds the labels that training distinguishes.</summary>
internal static class TrainingLabels
{
    /// <exception cref="ArgumentException">
    /// There are no texts, they all have the same labels, or a text doesn't have exactly one label where one is expected.
    /// </exception>
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
                throw NotOne(texts, t, $"since {nameof(LabelsPerText)} is {labelsPerText}");
        }

        ImmutableArray<string> first = texts[0].Labels;
        return texts.Any(text => !text.Labels.SequenceEqual(first))
            ? new LabelSet(texts.SelectMany(text => text.Labels), several)
            : throw new ArgumentException(
                $"all {texts.Count} texts have {LabelList.Shown(first)}; "
                + $"training needs texts with {(several ? "different labels" : "at least two labels")}",
                nameof(texts));
    }

    /// <summary>Returns the labels of a classifier and of further training texts.</summary>
    /// <remarks>The texts can have several labels only if the classifier can.</remarks>
    /// <exception cref="ArgumentException">
    /// There are no texts, or a text doesn't have exactly one label where one is expected.
    /// </exception>
    public static LabelSet Added(LabelSet known, IReadOnlyList<LabeledText> texts)
    {
        if (texts.Count == 0) throw new ArgumentException("there are no texts to train on", nameof(texts));
        for (int t = 0; t < texts.Count && !known.SeveralPerText; t++)
        {
            if (texts[t].Labels.Length != 1)
                throw NotOne(texts, t, "as in the classifier");
        }

        return new LabelSet(known.Labels.Concat(texts.SelectMany(text => text.Labels)), known.SeveralPerText);
    }

    private static ArgumentException NotOne(IReadOnlyList<LabeledText> texts, int text, string reason) => new(
        $"text {text + 1} of {texts.Count} has {LabelList.Shown(texts[text].Labels)}; one was expected, {reason}", nameof(texts));
}

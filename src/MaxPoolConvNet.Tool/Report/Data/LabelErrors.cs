using System.Collections.Immutable;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>How often a label was recognized, and how often not, where a text may have several.</summary>
/// <param name="Label">The label.</param>
/// <param name="Right">Texts that have it and were given it.</param>
/// <param name="Missed">Texts that have it and weren't given it.</param>
/// <param name="WronglyGiven">Texts that haven't it and were given it.</param>
internal sealed record LabelErrors(string Label, int Right, int Missed, int WronglyGiven)
{
    /// <summary>One for each label, in their order.</summary>
    public static ImmutableArray<LabelErrors> Of(ImmutableArray<string> labels, ImmutableArray<PredictedText> texts)
    {
        int[] actual = new int[labels.Length], missed = new int[labels.Length], wronglyGiven = new int[labels.Length];
        foreach (PredictedText text in texts)
        {
            foreach (int label in text.Actual)
                actual[label]++;
            foreach ((int label, _) in text.Wrong)
                (text.Actual.Contains(label) ? missed : wronglyGiven)[label]++;
        }

        return
        [
            .. labels.Select((label, place) => new LabelErrors(label, actual[place] - missed[place], missed[place], wronglyGiven[place])),
        ];
    }
}

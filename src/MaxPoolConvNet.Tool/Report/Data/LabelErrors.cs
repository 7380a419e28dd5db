using System.Collections.Immutable;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>The numbers of right, missed and wrong predictions of a label, with several labels per text.</summary>
/// <param name="Label">The label.</param>
/// <param name="Right">The number of texts for which it was predicted rightly.</param>
/// <param name="Missed">The number of texts that have it and for which it wasn't predicted.</param>
/// <param name="WronglyGiven">The number of texts without it for which it was predicted.</param>
internal sealed record LabelErrors(string Label, int Right, int Missed, int WronglyGiven)
{
    /// <summary>One per label, in the same order.</summary>
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

using System.Collections.Immutable;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Text;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>The near-duplicates of held-out texts among the training texts.</summary>
/// <param name="Report">All near-duplicates.</param>
/// <param name="OtherLabels">The number of pairs with different labels.</param>
/// <param name="AccuracyWithout">
/// The accuracy on the held-out texts without a near-duplicate; null if all have one.
/// </param>
/// <param name="Examples">Some of the pairs: those with different labels first, then the least similar.</param>
internal sealed record DuplicateData(
    NearDuplicateReport Report, int OtherLabels, double? AccuracyWithout, ImmutableArray<DuplicateExample> Examples)
{
    private const int MostExamples = 10;

    public static DuplicateData Of(NearDuplicateReport report, TextSplit texts, ImmutableArray<PredictedText> predicted)
    {
        DuplicateExample[] pairs =
        [
            .. report.Pairs.Select(
                pair => new DuplicateExample(
                    texts.HeldOut[pair.TestIndex], texts.Training[pair.TrainingIndex], pair.Similarity, pair.IsExact)),
        ];
        HashSet<int> known = [.. report.Pairs.Select(pair => pair.TestIndex)];
        PredictedText[] others = [.. predicted.Where((_, text) => !known.Contains(text))];
        return new DuplicateData(
            report,
            pairs.Count(pair => !pair.LabelsAgree),
            others.Length == 0 ? null : others.Average(text => text.IsRight ? 1.0 : 0.0),
            [.. pairs.OrderBy(pair => pair.LabelsAgree).ThenBy(pair => pair.IsExact).ThenBy(pair => pair.Similarity).Take(MostExamples)]);
    }
}

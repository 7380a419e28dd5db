using System.Collections.Immutable;
using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>Labels that were taken for each other.</summary>
/// <param name="Matrix">Counts, a row for each shown label and a column for what its texts were recognized as.</param>
/// <param name="Shown">The labels in the matrix, as places among all, in their order: all of them, or those that are confused most.</param>
/// <param name="Most">The most frequent confusions, the most frequent first.</param>
/// <param name="Pairs">How many pairs of an actual and another predicted label there are in all.</param>
internal sealed record ConfusedLabels(ConfusionMatrix Matrix, ImmutableArray<int> Shown, ImmutableArray<Confusion> Most, int Pairs)
{
    /// <summary>A larger matrix has no room for names and counts.</summary>
    public const int MostLabels = 25;

    private const int MostConfusions = 20;

    /// <summary>Whether labels are left out of the matrix.</summary>
    public bool IsPart => Shown.Length < Matrix.Labels.Length;

    public static ConfusedLabels Of(ConfusionMatrix matrix, HeldOutPredictions predictions)
    {
        (int Actual, int Predicted, int Count)[] pairs =
        [
            .. predictions.Texts.Where(text => !text.IsRight)
                .GroupBy(text => (Actual: text.Actual[0], Predicted: text.Wrong[0].Label))
                .Select(pair => (pair.Key.Actual, pair.Key.Predicted, pair.Count()))
                .OrderByDescending(pair => pair.Item3).ThenBy(pair => pair.Actual).ThenBy(pair => pair.Predicted),
        ];
        return new ConfusedLabels(
            matrix,
            matrix.Labels.Length <= MostLabels ? [.. Enumerable.Range(0, matrix.Labels.Length)] : MostConfused(pairs),
            [
                .. pairs.Take(MostConfusions)
                    .Select(pair => new Confusion(matrix.Labels[pair.Actual], matrix.Labels[pair.Predicted], pair.Count)),
            ],
            pairs.Length);
    }

    private static ImmutableArray<int> MostConfused((int Actual, int Predicted, int Count)[] pairs)
    {
        const int Room = 20;
        var shown = new SortedSet<int>();
        foreach ((int actual, int predicted, _) in pairs)
        {
            if (shown.Count + (shown.Contains(actual) ? 0 : 1) + (shown.Contains(predicted) ? 0 : 1) > Room) break;
            shown.Add(actual);
            shown.Add(predicted);
        }

        return [.. shown];
    }
}

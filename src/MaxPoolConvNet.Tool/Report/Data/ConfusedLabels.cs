using System.Collections.Immutable;
using MaxPoolConvNet.Evaluation;

namespace MaxPoolConvNet.Tool.Report.Data;

/// <summary>The confusions between labels.</summary>
/// <param name="Matrix">The counts: rows are actual labels, columns predicted ones.</param>
/// <param name="Shown">The indexes of the labels to show, in order: all, or the most confused.</param>
/// <param name="Most">The most frequent confusions, the most frequent first.</param>
/// <param name="Pairs">The number of different confusions.</param>
internal sealed record ConfusedLabels(ConfusionMatrix Matrix, ImmutableArray<int> Shown, ImmutableArray<Confusion> Most, int Pairs)
{
    /// <summary>The most labels in a matrix: a larger one has no room for names and counts.</summary>
    public const int MostLabels = 25;

    private const int MostConfusions = 20;

    /// <summary>Whether the matrix shows only some of the labels.</summary>
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

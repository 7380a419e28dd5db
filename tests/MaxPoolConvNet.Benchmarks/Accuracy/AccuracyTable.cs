using System.Globalization;

namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>What is printed at the end: where and when, how, and a row for each system, as Markdown.</summary>
internal static class AccuracyTable
{
    public static IEnumerable<string> Lines(
        IReadOnlyList<IAccuracyRow> rows,
        IReadOnlyList<AccuracySet> sets,
        IReadOnlyDictionary<(IAccuracyRow Row, AccuracySet Set), IReadOnlyList<Figure>> cells)
    {
        Figure[] all = [.. cells.Values.SelectMany(figures => figures)];
        DateOnly first = all.Min(figure => figure.Date);
        DateOnly last = all.Max(figure => figure.Date);
        string machines = string.Join("; and on ", all.Select(figure => figure.Machine).Distinct());
        yield return $"Measured on {machines}; {Date(first)}{(last == first ? "" : $" to {Date(last)}")}.";
        yield return "";
        yield return "Mean ± standard deviation over the folds or seeds, in %. Time: to learn and to predict, over all trials of the row.";
        yield return "";
        foreach (AccuracySet set in sets)
            yield return $"- {set.Title}: {set.Protocol}; {string.Join(", ", set.Files)}";
        yield return "";
        yield return Row(["", .. sets.Select(set => set.Title), "time"]);
        yield return Row(Enumerable.Repeat("---", sets.Count + 2));
        foreach (IAccuracyRow row in rows)
        {
            double seconds = sets.Sum(set => cells[(row, set)].Sum(figure => figure.Seconds));
            yield return Row([row.Title, .. sets.Select(set => Cell(cells[(row, set)])), Time(seconds)]);
        }

        foreach (PublishedRow published in PublishedFigures.All.Where(row => sets.Any(set => row[set.Name].Length > 0)))
            yield return Row([$"published: {published.Title}", .. sets.Select(set => published[set.Name]), ""]);
        yield return "";
        foreach (IAccuracyRow row in rows)
            yield return $"- {row.Title}: {row.Configuration}";
    }

    public static IEnumerable<string> Compared(IReadOnlyList<ComparedRows> all)
    {
        if (all.Count == 0) yield break;
        yield return "";
        yield return "Difference in points, and its interval with 95 % confidence by a paired bootstrap over the texts tested on.";
        yield return "";
        yield return Row(["", "set", "difference", "interval"]);
        yield return Row(Enumerable.Repeat("---", 4));
        foreach (ComparedRows one in all)
        {
            yield return Row([
                $"{one.Row.Name} less {one.Against.Name}", one.Set.Title, Points(one.Difference), $"{Points(one.Low)} to {Points(one.High)}",
            ]);
        }
    }

    private static string Points(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:+0.00;-0.00}");

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Cell(IReadOnlyList<Figure> figures)
    {
        double mean = figures.Average(figure => figure.Value);
        double deviation = Math.Sqrt(figures.Sum(figure => Math.Pow(figure.Value - mean, 2)) / (figures.Count - 1));
        return string.Create(CultureInfo.InvariantCulture, $"{100 * mean:F1} ± {100 * deviation:F1}");
    }

    private static string Time(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds:N0} s");

    private static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

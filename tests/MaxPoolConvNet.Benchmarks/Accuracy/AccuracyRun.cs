using System.Diagnostics;
using System.Globalization;

namespace MaxPoolConvNet.Benchmarks.Accuracy;

/// <summary>Measures every row on every set, unless the figure is there already.</summary>
/// <param name="folder">The data folder.</param>
/// <param name="file">The figures measured so far.</param>
/// <param name="against">The row that the others are compared with; null to compare none.</param>
internal sealed class AccuracyRun(string folder, FigureFile file, IAccuracyRow? against)
{
    private readonly List<ComparedRows> _compared = [];

    /// <summary>The rows compared so far.</summary>
    public IReadOnlyList<ComparedRows> Compared => _compared;

    /// <returns>The figures of each row on each set, in the order of the trials.</returns>
    public IReadOnlyDictionary<(IAccuracyRow Row, AccuracySet Set), IReadOnlyList<Figure>> Measure(
        IReadOnlyList<IAccuracyRow> rows, IReadOnlyList<AccuracySet> sets)
    {
        var cells = new Dictionary<(IAccuracyRow Row, AccuracySet Set), IReadOnlyList<Figure>>();
        // set by set, so that one is in memory at a time
        foreach (AccuracySet set in sets)
        {
            IReadOnlyList<Trial> trials = set.Trials(folder);
            foreach (IAccuracyRow row in rows)
                cells.Add((row, set), [.. trials.Select(trial => FindOrMeasure(row, set, trial))]);
            if (against is null) continue;
            foreach (IAccuracyRow row in rows.Where(row => row != against))
                _compared.Add(ComparedRows.Of(row, against, set, trials, cells[(row, set)], cells[(against, set)]));
        }

        return cells;
    }

    private Figure FindOrMeasure(IAccuracyRow row, AccuracySet set, Trial trial)
    {
        var key = FigureKey.Of(row, set, trial);
        if ((row.IsDeterministic ? file.FindOfAnySeed(key) : file.Find(key)) is { } known) return known;
        if (file.HasOther(key)) Tell($"{row.Name}, {set.Name}, {trial.Name}: what is kept is of another configuration or of other texts");

        string[] texts = [.. trial.Split.HeldOut.Select(text => text.Text)];
        var clock = Stopwatch.StartNew();
        IReadOnlyList<string> predicted = row.Predict(trial.Split.Training, texts, trial.Seed);
        double seconds = clock.Elapsed.TotalSeconds;

        double value = set.Measure.Of([.. trial.Split.HeldOut.Select(text => text.Label)], predicted);
        var figure = new Figure(key, value, seconds, Machine.Description, DateOnly.FromDateTime(DateTime.UtcNow), predicted);
        file.Add(figure);
        Tell($"{row.Name}, {set.Name}, {trial.Name}: {100 * value:F2} ({seconds:F1} s)");
        return figure;
    }

    private static void Tell(FormattableString line) => Console.Error.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

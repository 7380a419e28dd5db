using System.Globalization;
using MaxPoolConvNet.Tool.Tuning;
using MaxPoolConvNet.Training;
using Spectre.Console;

namespace MaxPoolConvNet.Tool.Progress;

/// <summary>The progress of trainings as a table of at most 80 columns.</summary>
internal static class ProgressTable
{
    private const int BarLength = 16;

    /// <param name="rows">Progress by the number of the fold; 0 for a training without folds.</param>
    public static Table Create(IReadOnlyDictionary<int, TrainingProgress> rows)
    {
        bool folds = !rows.ContainsKey(0);
        bool heldOut = rows.Values.Any(row => row.HeldOutAccuracy is not null);
        Table table = new Table().Border(TableBorder.None).AddColumn(Right(folds ? "fold" : ""));
        foreach (string header in new[] { "epoch", "", "loss", "accuracy", heldOut ? "held out" : "", "words/s", "left" })
            table.AddColumn(Right(header));
        foreach ((int fold, TrainingProgress value) in rows)
        {
            table.AddRow(
                folds ? Text($"{fold}") : "",
                Text($"{value.Epoch}/{value.EpochCount}"),
                Bar(value),
                Text($"{value.Loss:F3}"),
                Text($"{value.Accuracy:P1}"),
                value.HeldOutAccuracy is { } accuracy ? Text($"{accuracy:P1}") : "",
                Text($"{value.WordsPerSecond / 1e6:F2}M"),
                value.Remaining is { } remaining ? Text($"{remaining.TotalSeconds:F0} s") : "");
        }

        return table;
    }

    private static TableColumn Right(string header) => new TableColumn(header).RightAligned().NoWrap();

    private static string Text(FormattableString cell) => Markup.Escape(cell.ToString(CultureInfo.InvariantCulture));

    private static string Bar(TrainingProgress value)
    {
        int filled = Math.Clamp((int)Math.Round(TrainingShare.Of(value) * BarLength), 0, BarLength);
        return $"[green]{new string('━', filled)}[/][grey]{new string('─', BarLength - filled)}[/]";
    }
}

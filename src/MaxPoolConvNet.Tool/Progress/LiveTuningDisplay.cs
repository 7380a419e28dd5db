using System.Globalization;
using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Tool.Tuning;
using Spectre.Console;

namespace MaxPoolConvNet.Tool.Progress;

/// <summary>A table in the terminal, updated during the search.</summary>
internal sealed class LiveTuningDisplay(ToolConsole console) : ITuningDisplay
{
    private static readonly TimeSpan _leastBetween = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly LiveArea _area = new(console);
    private long _lastUpdate;

    public T Show<T>(Func<T> work) => _area.Show(work);

    public void Report(TuningProgress value)
    {
        lock (_lock)
        {
            if (value.Ended is null && console.Time.GetElapsedTime(_lastUpdate) < _leastBetween) return;
            _lastUpdate = console.Time.GetTimestamp();
            _area.Update(CreateTable(value));
        }
    }

    private static Table CreateTable(TuningProgress value)
    {
        Table table = new Table().Border(TableBorder.None).AddColumn("");
        table.AddColumn(new TableColumn("accuracy").RightAligned()).AddColumn(new TableColumn("loss").RightAligned());
        AddRow(table, "defaults", value.Start);
        string best = value.Best is { Number: var number } ? FormattableString.Invariant($"best so far, trial {number}") : "best so far";
        AddRow(table, best, value.Best);
        string caption = string.Create(
            CultureInfo.InvariantCulture,
            $"{TuningText.Stage(value.Stage)}: {value.Trials} trials, {value.Unfinished} unfinished, {TuningText.Left(value)}");
        return table.Caption(Markup.Escape(caption), Style.Plain);
    }

    private static void AddRow(Table table, string name, Trial? trial) =>
        table.AddRow(name, TuningText.Accuracy(trial?.Score), TuningText.Loss(trial?.Score));
}

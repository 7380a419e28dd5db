using System.Globalization;
using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Tool.Tuning;
using Spectre.Console;

namespace MaxPoolConvNet.Tool.Progress;

/// <summary>A table in the terminal that is written over as the search goes on.</summary>
internal sealed class LiveTuningDisplay(ToolConsole console) : ITuningDisplay
{
    private static readonly TimeSpan _leastBetween = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private long _lastUpdate;
    private LiveDisplayContext? _live;

    public T Show<T>(Func<T> work) => LiveTerminal.Of(console).Live(new Markup("")).AutoClear(false).Start(live =>
    {
        lock (_lock) _live = live;
        try
        {
            return work();
        }
        finally
        {
            lock (_lock) _live = null;
        }
    });

    public void Report(TuningProgress value)
    {
        lock (_lock)
        {
            if (value.Ended is null && console.Time.GetElapsedTime(_lastUpdate) < _leastBetween) return;
            _lastUpdate = console.Time.GetTimestamp();
            _live?.UpdateTarget(Table(value));
        }
    }

    private static Table Table(TuningProgress value)
    {
        Table table = new Table().Border(TableBorder.None).AddColumn("").AddColumn(new TableColumn("accuracy").RightAligned()).AddColumn(new TableColumn("loss").RightAligned());
        Row(table, "defaults", value.Start);
        Row(table, string.Create(CultureInfo.InvariantCulture, $"best so far{(value.Best is { } best ? $", trial {best.Number}" : "")}"), value.Best);
        return table.Caption(
            Markup.Escape(string.Create(
                CultureInfo.InvariantCulture,
                $"{TuningDisplay.Name(value.Stage)}: {value.Trials} trials, {value.Unfinished} not finished, {Math.Max(0, value.Left.TotalSeconds):F0} s left")),
            Style.Plain);
    }

    private static void Row(Table table, string name, Trial? trial) =>
        table.AddRow(name, TuningDisplay.Accuracy(trial?.Score), TuningDisplay.Loss(trial?.Score));
}

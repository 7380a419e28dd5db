using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Training;
using Spectre.Console;

namespace MaxPoolConvNet.Tool.Progress;

/// <summary>A table in the terminal that is written over as training goes on: a row for the training, or for each fold.</summary>
internal sealed class LiveDisplay(ToolConsole console) : ITrainingDisplay
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, TrainingProgress> _rows = [];
    private LiveDisplayContext? _live;

    public T Show<T>(Func<T> work)
    {
        return LiveTerminal.Of(console).Live(new Markup("")).AutoClear(false).Start(live =>
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
    }

    public void Report(TrainingProgress value) => Update(0, value);

    public void Report(FoldProgress value) => Update(value.Fold, value.Training);

    private void Update(int row, TrainingProgress value)
    {
        lock (_lock)
        {
            _rows[row] = value;
            _live?.UpdateTarget(ProgressTable.Of(_rows));
        }
    }
}

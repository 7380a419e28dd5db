using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Progress;

/// <summary>A table in the terminal, updated during training: one row for the training, or one per fold.</summary>
internal sealed class LiveTrainingDisplay(ToolConsole console) : ITrainingDisplay
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, TrainingProgress> _rows = [];
    private readonly LiveArea _area = new(console);

    public T Show<T>(Func<T> work) => _area.Show(work);

    public void Report(TrainingProgress value) => Update(0, value);

    public void Report(FoldProgress value) => Update(value.Fold, value.Training);

    private void Update(int row, TrainingProgress value)
    {
        lock (_lock)
        {
            _rows[row] = value;
            _area.Update(ProgressTable.Create(_rows));
        }
    }
}

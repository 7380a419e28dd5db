using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Tool.Tuning;

namespace MaxPoolConvNet.Tool.Progress;

/// <summary>Prints one line per finished trial and per stage.</summary>
internal sealed class TuningLines(ToolConsole console) : ITuningDisplay
{
    private readonly Lock _lock = new();
    private TuningStage _stage;

    public T Show<T>(Func<T> work) => work();

    public void Report(TuningProgress value)
    {
        lock (_lock)
        {
            if (value.Stage != _stage)
            {
                _stage = value.Stage;
                console.Note($"{TuningText.Stage(_stage)}  {TuningText.Left(value)}");
            }

            if (value.Ended is not { } trial) return;
            console.Note($"trial {trial.Number}  {Outcome(trial)}{Best(value)}  {TuningText.Left(value)}");
        }
    }

    private static string Outcome(Trial trial) => trial.Score is { } score
        ? $"accuracy {TuningText.Accuracy(score)}  loss {TuningText.Loss(score)}"
        : TuningText.End(trial.End);

    private static string Best(TuningProgress value) => value.Best is { Number: var number, Score: var score }
        ? FormattableString.Invariant($"  best so far: trial {number}, {TuningText.Accuracy(score)}, {TuningText.Loss(score)}")
        : "";
}

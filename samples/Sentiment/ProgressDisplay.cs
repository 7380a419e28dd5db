using System.Globalization;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Samples.Sentiment;

/// <summary>Progress on standard error: one line that is overwritten in a terminal, otherwise one line per epoch. Thread-safe.</summary>
internal sealed class ProgressDisplay : IProgress<TrainingProgress>, IProgress<FoldProgress>, IDisposable
{
    private readonly Lock _lock = new();
    private readonly bool _terminal = !Console.IsErrorRedirected;
    private int _shown;

    public void Report(TrainingProgress value) => Show("", value);

    public void Report(FoldProgress value) => Show($"fold {value.Fold}/{value.FoldCount}  ", value.Training);

    public void Clear()
    {
        lock (_lock)
        {
            if (_shown > 0) Console.Error.Write($"\r{new string(' ', _shown)}\r");
            _shown = 0;
        }
    }

    public void Dispose() => Clear();

    private void Show(string prefix, TrainingProgress value)
    {
        string line = prefix + string.Create(
            CultureInfo.InvariantCulture,
            $"epoch {value.Epoch}/{value.EpochCount}  loss {value.Loss:F3}  accuracy {value.Accuracy:P1}  "
            + $"{value.WordsPerSecond / 1e6:F2}M words/s  {value.Remaining?.TotalSeconds:F1} s left");
        lock (_lock)
        {
            if (_terminal)
            {
                Console.Error.Write($"\r{line.PadRight(_shown)}");
                _shown = line.Length;
            }
            else if (value.DoneTextCount == value.TextCount)
            {
                Console.Error.WriteLine(line);
            }
        }
    }
}

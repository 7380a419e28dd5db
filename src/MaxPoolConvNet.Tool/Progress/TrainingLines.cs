using System.Globalization;
using MaxPoolConvNet.Evaluation;
using MaxPoolConvNet.Tool.Terminal;
using MaxPoolConvNet.Training;

namespace MaxPoolConvNet.Tool.Progress;

/// <summary>Prints one line per finished epoch.</summary>
internal sealed class TrainingLines(ToolConsole console) : ITrainingDisplay
{
    private readonly Lock _lock = new();

    public T Show<T>(Func<T> work) => work();

    public void Report(TrainingProgress value) => Write("", value);

    public void Report(FoldProgress value) => Write($"fold {value.Fold}/{value.FoldCount}  ", value.Training);

    private void Write(string prefix, TrainingProgress value)
    {
        if (value.DoneTextCount < value.TextCount) return;
        string heldOut = value.HeldOutAccuracy is { } accuracy ? FormattableString.Invariant($"  held out {accuracy:P1}") : "";
        string left = value.Remaining is { } remaining ? FormattableString.Invariant($"  {remaining.TotalSeconds:F1} s left") : "";
        string exchange = value.Exchange is { } own ? Exchange(own) : "";
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"{prefix}epoch {value.Epoch}/{value.EpochCount}  loss {value.Loss:F3}  accuracy {value.Accuracy:P1}{heldOut}  "
            + $"{value.WordsPerSecond / 1e6:F2}M words/s{left}{exchange}");
        lock (_lock) console.Note($"{line}");
    }

    private static string Exchange(ExchangeReport own) => FormattableString.Invariant(
        $"  exchange {(own.SentBytes + own.ReceivedBytes) / 1e6:N2} MB, {1 - own.Efficiency:P0} of the time");
}

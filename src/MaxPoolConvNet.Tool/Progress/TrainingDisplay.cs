using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Progress;

internal static class TrainingDisplay
{
    /// <summary>A live table if standard error is a terminal, else one line per epoch. Always on standard error.</summary>
    public static ITrainingDisplay Create(ToolConsole console) =>
        console.ErrorIsTerminal ? new LiveTrainingDisplay(console) : new TrainingLines(console);
}

using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Progress;

internal static class TrainingDisplay
{
    /// <summary>A live table where somebody looks at it in a terminal, else a line an epoch. Always on standard error.</summary>
    public static ITrainingDisplay Create(ToolConsole console) =>
        console.ErrorIsTerminal ? new LiveTrainingDisplay(console) : new TrainingLines(console);
}

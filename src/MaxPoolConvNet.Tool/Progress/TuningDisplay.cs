using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Progress;

internal static class TuningDisplay
{
    /// <summary>A live table where somebody looks at it in a terminal, else a line a trial. Always on standard error.</summary>
    public static ITuningDisplay Create(ToolConsole console) =>
        console.ErrorIsTerminal ? new LiveTuningDisplay(console) : new TuningLines(console);
}

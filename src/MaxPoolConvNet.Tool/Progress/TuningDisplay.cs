using MaxPoolConvNet.Tool.Terminal;

namespace MaxPoolConvNet.Tool.Progress;

internal static class TuningDisplay
{
    /// <summary>A live table if standard error is a terminal, else one line per trial. Always on standard error.</summary>
    public static ITuningDisplay Create(ToolConsole console) =>
        console.ErrorIsTerminal ? new LiveTuningDisplay(console) : new TuningLines(console);
}

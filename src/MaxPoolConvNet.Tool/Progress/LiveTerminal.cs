using MaxPoolConvNet.Tool.Terminal;
using Spectre.Console;

namespace MaxPoolConvNet.Tool.Progress;

internal static class LiveTerminal
{
    /// <summary>Standard error as a terminal whose cursor moves.</summary>
    public static IAnsiConsole Of(ToolConsole console) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        Interactive = InteractionSupport.Yes,
        ColorSystem = console.Colors ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Out = new AnsiConsoleOutput(console.Error),
    });
}

using MaxPoolConvNet.Tool.Terminal;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MaxPoolConvNet.Tool.Progress;

/// <summary>An area of the terminal, on standard error, that is redrawn while work runs. Thread-safe.</summary>
internal sealed class LiveArea(ToolConsole console)
{
    private readonly Lock _lock = new();
    private LiveDisplayContext? _live;

    /// <summary>Runs the work while the area is shown.</summary>
    public T Show<T>(Func<T> work) => Terminal().Live(new Markup("")).AutoClear(false).Start(live =>
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

    /// <summary>Replaces the content of the area while it is shown.</summary>
    public void Update(IRenderable content)
    {
        lock (_lock) _live?.UpdateTarget(content);
    }

    /// <summary>Standard error as a terminal with a movable cursor.</summary>
    private IAnsiConsole Terminal() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        Interactive = InteractionSupport.Yes,
        ColorSystem = console.Colors ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Out = new AnsiConsoleOutput(console.Error),
    });
}

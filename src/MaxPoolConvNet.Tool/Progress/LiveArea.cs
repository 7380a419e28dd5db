using MaxPoolConvNet.Tool.Terminal;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace MaxPoolConvNet.Tool.Progress;

/// <summary>A place in the terminal, on standard error, that is written over while work goes on. Thread-safe.</summary>
internal sealed class LiveArea(ToolConsole console)
{
    private readonly Lock _lock = new();
    private LiveDisplayContext? _live;

    /// <summary>Does the work while the area is up.</summary>
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

    /// <summary>Puts something in the place of what is there, as long as the area is up.</summary>
    public void Update(IRenderable content)
    {
        lock (_lock) _live?.UpdateTarget(content);
    }

    /// <summary>Standard error as a terminal whose cursor moves.</summary>
    private IAnsiConsole Terminal() => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Ansi = AnsiSupport.Yes,
        Interactive = InteractionSupport.Yes,
        ColorSystem = console.Colors ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        Out = new AnsiConsoleOutput(console.Error),
    });
}
